/** Tab and line ends are typed; every other control character is no text. */
const CONTROL = /[^\P{Cc}\t\n]/gu;

/** A field of several lines as typed, without characters that no keyboard makes, no longer than this. */
export function readLongText(form: FormData, name: string, charactersMax: number): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return value.replace(/\r\n?/g, '\n').replace(CONTROL, ' ').slice(0, charactersMax).toWellFormed();
}
