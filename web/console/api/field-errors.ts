import { problemOf } from './problem.ts';

/** Refusals that are about one field without naming it. */
const FIELD_BY_CODE: Record<string, string> = { 'slug-taken': 'slug', 'slug-reserved': 'slug' };

/**
 * Words for the fields of a form out of a refusal, `words` for those that the server names by a
 * reason only. What names no field of this form is shown as a whole instead.
 */
export function fieldErrors(
  error: unknown,
  values: Record<string, unknown>,
  words: (field: string) => string,
): Record<string, string> {
  const { code, detail, fields } = problemOf(error);
  const byCode = FIELD_BY_CODE[code];
  const named = Object.keys(fields).map((path) => path.split('.')[0] ?? path);
  const found = [
    ...named.map((field) => [field, words(field)] as const),
    ...(byCode === undefined ? [] : [[byCode, detail ?? words(byCode)] as const]),
  ];
  return Object.fromEntries(found.filter(([field]) => field in values));
}
