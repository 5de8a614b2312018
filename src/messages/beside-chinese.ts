import type { Locale } from '../domain/locale.ts';

/** A text as it stands after Chinese: figures and Latin letters keep a space away from it. */
export function besideChinese(text: string, locale: Locale): string {
  return locale !== 'en' && !/^\p{Script=Han}/u.test(text) ? ` ${text}` : text;
}
