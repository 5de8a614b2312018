import type { Problem } from './problem.ts';

/** Fields of bodies that people know under a label of the console. */
const LABELLED = [
  'amountMinor',
  'category',
  'contact',
  'costMinor',
  'currency',
  'displayName',
  'email',
  'endsAt',
  'limitPerMember',
  'marketPriceMinor',
  'name',
  'names',
  'note',
  'phone',
  'points',
  'pointsEach',
  'pointsName',
  'receipt',
  'slug',
  'startsAt',
  'timeZone',
  'trackingNumber',
  'units',
] as const;
export type LabelledField = (typeof LABELLED)[number];

export type OwnWords =
  | { key: 'field'; field: LabelledField }
  | { key: 'balanceLimit' | 'someField' | 'noProgramme' | 'orderChanged' | 'insufficientPoints' };

/**
 * How the console says a refusal whose words on the wire are for programmers or for members; null
 * where those of the server do.
 */
export function ownWordsOf({ code, fields }: Problem): OwnWords | null {
  if (code === 'order-changed') return { key: 'orderChanged' };
  if (code === 'insufficient-points') return { key: 'insufficientPoints' };
  if (code !== 'invalid-input') return null;
  if (Object.values(fields).includes('balance_limit')) return { key: 'balanceLimit' };
  const [first, ...others] = fieldNames(fields);
  if (first === 'programme') return { key: 'noProgramme' };
  const field = LABELLED.find((each) => each === first);
  return field && others.length === 0 ? { key: 'field', field } : { key: 'someField' };
}

/** Whether every fault that a refusal names stands at a field of the form already. */
export function isSaidAtFields({ code, fields }: Problem, values: object): boolean {
  const names = fieldNames(fields);
  return code === 'invalid-input' && names.length > 0 && names.every((name) => name in values);
}

function fieldNames(fields: Problem['fields']): string[] {
  return Object.keys(fields).map((path) => path.split('.')[0] ?? path);
}
