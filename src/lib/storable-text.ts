export type TextFlaw = { field: string; reason: 'control_character' | 'not_unicode' };

/** Tab and line ends are typed into notes; every other control character is no text. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/**
 * The first text in a request that Postgres would refuse (NUL, half of a surrogate pair) or no page
 * can show. Refused at the door: in an object's journal such a row could never be projected.
 */
export function findTextFlaw(value: unknown, path: readonly string[] = []): TextFlaw | null {
  if (typeof value === 'string') {
    const field = path.join('.') || '(body)';
    if (CONTROL.test(value)) return { field, reason: 'control_character' };
    return value.isWellFormed() ? null : { field, reason: 'not_unicode' };
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const flaw = findTextFlaw(name, path) ?? findTextFlaw(part, [...path, name]);
    if (flaw) return flaw;
  }
  return null;
}
