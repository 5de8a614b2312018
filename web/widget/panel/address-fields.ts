import { DELIVERY_COUNTRIES } from '../../../src/domain/delivery-countries.ts';
import { needsPostalCode } from '../../../src/domain/postal-code.ts';
import { countryName } from '../../../src/messages/country-name.ts';
import { FIELD_CHARACTERS, FIELDS, type FieldName, fieldOrder, type TypedAddress } from '../delivery.ts';
import { h } from '../dom.ts';
import { fill } from '../fill.ts';
import type { Panel } from './parts.ts';

const AUTOCOMPLETE: Record<FieldName, string> = {
  recipientName: 'name',
  phone: 'tel',
  country: 'country',
  region: 'address-level1',
  city: 'address-level2',
  line1: 'address-line1',
  line2: 'address-line2',
  postalCode: 'postal-code',
};

type Input = HTMLInputElement | HTMLSelectElement;
type Field = { input: Input; label: HTMLElement; error: HTMLElement };

/** The address form: labels follow the country, an error stands at its field and nothing typed is lost. */
export function addressFields({ words, page }: Panel, typed: TypedAddress) {
  const { locale } = page.settings;
  const fields = Object.fromEntries(FIELDS.map((name) => [name, fieldOf(name)])) as Record<FieldName, Field>;
  fields.country.input.addEventListener('change', label);
  label();
  const set = h(
    'fieldset',
    { class: 'fields' },
    h('legend', {}, words.address),
    ...fieldOrder(locale).map((name) => {
      const { input, label, error } = fields[name];
      return h('div', { class: name === 'line1' ? 'field wide' : 'field' }, label, input, error);
    }),
  );

  function fieldOf(name: FieldName): Field {
    const id = `pm-${name}`;
    const shared = {
      id,
      name,
      autocomplete: AUTOCOMPLETE[name],
      required: name !== 'line2' && name !== 'postalCode',
    };
    const input =
      name === 'country'
        ? h(
            'select',
            shared,
            ...countries(typed.country).map((code) =>
              h('option', { value: code }, countryName(locale, code)),
            ),
          )
        : h('input', {
            ...shared,
            type: name === 'phone' ? 'tel' : 'text',
            maxlength: FIELD_CHARACTERS[name],
          });
    input.value = typed[name];
    const error = h('p', { class: 'error', id: `${id}-error`, hidden: true });
    return { input, label: h('label', { for: id }), error };
  }

  function labelOf(name: FieldName): string {
    const country = fields.country.input.value;
    const parts =
      country === 'TW' ? words.partsTw : country === 'HK' || country === 'MO' ? words.partsHk : words;
    if (name === 'region' || name === 'city') return parts[name];
    return name === 'postalCode' && needsPostalCode(country) ? words.postalCodeNeeded : words[name];
  }

  function label(): void {
    for (const name of FIELDS) fields[name].label.textContent = labelOf(name);
  }

  function show(name: FieldName, error: string | null): void {
    const { input, error: place } = fields[name];
    place.textContent = error ?? '';
    place.hidden = error === null;
    if (error === null) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    } else {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', place.id);
    }
  }

  return {
    element: set,
    read: () => Object.fromEntries(FIELDS.map((name) => [name, fields[name].input.value])) as TypedAddress,
    /** Says which parts are wrong and goes to the first of them. */
    refuse(wrong: Partial<Record<FieldName, 'missing' | 'invalid'>>): void {
      for (const name of FIELDS) {
        const why = wrong[name];
        const phone = name === 'phone' && why === 'invalid' ? words.phoneInvalid : null;
        const said =
          why && fill(why === 'missing' ? words.required : words.fieldInvalid, { field: labelOf(name) });
        show(name, phone ?? said ?? null);
      }
      const first = fieldOrder(locale).find((name) => wrong[name]);
      if (first) fields[first].input.focus();
    },
    lock(locked: boolean): void {
      set.disabled = locked;
    },
  };
}

/** Where parcels go, the one that is chosen first; it may be none of the others. */
function countries(chosen: string): string[] {
  return [...new Set([chosen, ...DELIVERY_COUNTRIES])].filter(Boolean);
}
