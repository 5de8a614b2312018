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
