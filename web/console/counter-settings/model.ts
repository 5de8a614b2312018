import { LIMIT_POINTS_MAX } from '../../../src/domain/counter/limits.ts';
import type { Locale } from '../../../src/domain/locale.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import type { CounterAnswer, CounterSettingsInput } from './api.ts';

/** One chip; its key is a service's id, and only this screen's own for a category. */
export type Chip = { key: string; name: string };

export type CounterForm = { grantPoints: string; dayPoints: string; categories: Chip[]; services: Chip[] };

export type FormFault =
  | { field: 'grantPoints' | 'dayPoints'; fault: 'points' | 'below' }
  | { field: 'categories' | 'services'; key: string; fault: 'missing' | 'twice' };

export const CHIPS_MAX = 24;
export const NAME_CHARACTERS_MAX = 40;

export function counterFormOf(counter: CounterAnswer, locale: Locale): CounterForm {
  return {
    grantPoints: counter.limits.grantPoints.toLocaleString('en'),
    dayPoints: counter.limits.dayPoints.toLocaleString('en'),
    categories: counter.categories.map((name) => ({ key: name, name })),
    services: counter.services.map((service) => ({ key: service.id, name: nameOf(service, locale) })),
  };
}

/** What the fields say, or everything that is wrong with them. */
export function readCounterForm(
  form: CounterForm,
  counter: CounterAnswer,
  locale: Locale,
): { settings: CounterSettingsInput; faults: [] } | { settings: null; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const [grantPoints, dayPoints] = [parsePoints(form.grantPoints), parsePoints(form.dayPoints)];
  if (grantPoints === null) faults.push({ field: 'grantPoints', fault: 'points' });
  if (dayPoints === null) faults.push({ field: 'dayPoints', fault: 'points' });
  else if (grantPoints !== null && dayPoints < grantPoints)
    faults.push({ field: 'dayPoints', fault: 'below' });
  for (const field of ['categories', 'services'] as const) faults.push(...chipFaults(form[field], field));
  if (faults.length > 0 || grantPoints === null || dayPoints === null) return { settings: null, faults };
  const services = form.services.map(({ key: id, name }) => {
    const known = counter.services.find((service) => service.id === id);
    // A service that was renamed is no longer what the other languages call it.
    const isSame = known !== undefined && nameOf(known, locale) === name.trim();
    return { id, names: isSame ? known.names : { [locale]: name.trim() } };
  });
  const categories = form.categories.map(({ name }) => name.trim());
  return { settings: { categories, services, limits: { grantPoints, dayPoints } }, faults: [] };
}

/** A new chip without a name; its key may become a service's id. */
export function newChip(): Chip {
  return { key: crypto.randomUUID().slice(0, 8), name: '' };
}

function chipFaults(chips: readonly Chip[], field: 'categories' | 'services'): FormFault[] {
  const names = chips.map(({ name }) => name.trim());
  return chips.flatMap(({ key }, position): FormFault[] => {
    const name = names[position] ?? '';
    if (name === '') return [{ field, key, fault: 'missing' }];
    return names.indexOf(name) < position ? [{ field, key, fault: 'twice' }] : [];
  });
}

function nameOf({ names }: CounterAnswer['services'][number], locale: Locale): string {
  return pickText(names, locale, locale)?.text ?? '';
}

/** Whole points as typed, "2,000" too; null where they are none or more than a limit may be. */
function parsePoints(text: string): number | null {
  const typed = text.trim().replaceAll(/[,，\s]/g, '');
  if (!/^\d{1,8}$/.test(typed)) return null;
  const points = Number(typed);
  return points >= 1 && points <= LIMIT_POINTS_MAX ? points : null;
}
