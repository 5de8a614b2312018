import { problemOf } from './problem.ts';

/**
 * Words for the fields of a form out of a refusal. A problem that names no field of this form is
 * shown as a whole instead.
 */
export function fieldErrors(
  error: unknown,
  values: Record<string, unknown>,
  words: (field: string, reason: string) => string = (_field, reason) => reason,
): Record<string, string> {
  const { fields } = problemOf(error);
  return Object.fromEntries(
    Object.entries(fields)
      .map(([field, reason]) => [field.split('.')[0] ?? field, reason] as const)
      .filter(([field]) => field in values)
      .map(([field, reason]) => [field, words(field, reason)]),
  );
}
