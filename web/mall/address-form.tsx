import { needsPostalCode } from '../../src/domain/postal-code.ts';
import { Field, FieldError } from './field.tsx';
import type { AddressFields } from './views.ts';
import type { Words } from './words.ts';

type Props = { words: Words; address: AddressFields; countries: { code: string; name: string }[] };

/** Largest first in Chinese, smallest first in English; the fields are the same. */
export function AddressForm({ words: { t, locale }, address, countries }: Props) {
  const place = address.country.value;
  const parts = place === 'TW' ? 'partsTw' : place === 'HK' || place === 'MO' ? 'partsHk' : null;
  const country = (
    <div class="field">
      <label for="country">{t('confirm.country')}</label>
      <select
        id="country"
        name="country"
        autocomplete="country"
        required
        aria-invalid={address.country.error ? 'true' : undefined}
        aria-describedby={address.country.error ? 'country-error' : undefined}
      >
        {countries.map(({ code, name }) => (
          <option value={code} selected={code === address.country.value}>
            {name}
          </option>
        ))}
      </select>
      <FieldError name="country" state={address.country} />
    </div>
  );
  const region = (
    <Field
      name="region"
      label={t(parts ? `confirm.${parts}.region` : 'confirm.region')}
      state={address.region}
      autocomplete="address-level1"
      maxlength={60}
      required
    />
  );
  const city = (
    <Field
      name="city"
      label={t(parts ? `confirm.${parts}.city` : 'confirm.city')}
      state={address.city}
      autocomplete="address-level2"
      maxlength={60}
      required
    />
  );
  const line1 = (
    <Field
      name="line1"
      label={t('confirm.line1')}
      state={address.line1}
      autocomplete="address-line1"
      maxlength={160}
      required
      wide
    />
  );
  const line2 = (
    <Field
      name="line2"
      label={t('confirm.line2')}
      state={address.line2}
      autocomplete="address-line2"
      maxlength={160}
    />
  );
  const postalCode = (
    <Field
      name="postalCode"
      label={t(needsPostalCode(place) ? 'confirm.postalCodeNeeded' : 'confirm.postalCode')}
      state={address.postalCode}
      autocomplete="postal-code"
      maxlength={16}
    />
  );
  return (
    <fieldset class="fields">
      <legend>{t('confirm.address')}</legend>
      <Field
        name="recipientName"
        label={t('confirm.recipientName')}
        state={address.recipientName}
        autocomplete="name"
        maxlength={60}
        required
      />
      <Field
        name="phone"
        label={t('confirm.phone')}
        state={address.phone}
        autocomplete="tel"
        type="tel"
        maxlength={32}
        required
      />
      {locale === 'en' ? (
        <>
          {line1}
          {line2}
          {city}
          {region}
          {postalCode}
          {country}
        </>
      ) : (
        <>
          {country}
          {region}
          {city}
          {line1}
          {line2}
          {postalCode}
        </>
      )}
    </fieldset>
  );
}
