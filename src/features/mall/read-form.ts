import type { AppContext } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';

/** What a page's form sent. Anything that is no form is refused, not a fault of ours. */
export async function readForm(c: AppContext): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (cause) {
    throw new AppError('unsupported_media_type', {}, { cause });
  }
}

/**
 * One field as typed: on one line, without characters that no keyboard makes, no longer than this.
 * A cut through an emoji leaves half of it, which nothing could store.
 */
export function readText(form: FormData, name: string, charactersMax: number): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return value
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, charactersMax)
    .toWellFormed();
}

/** What one field may hold to be kept; longer is no form of ours. */
const KEPT_CHARACTERS_MAX = 2_000;

/** Every text field of a form by its name, as typed. */
export function readFields(form: FormData): Record<string, string> {
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  return Object.fromEntries(
    texts.map(([name, text]) => [
      name,
      text.replace(/\r\n?/g, '\n').slice(0, KEPT_CHARACTERS_MAX).toWellFormed(),
    ]),
  );
}
