import { setCookie } from 'hono/cookie';
import type { Locale } from '../../domain/locale.ts';
import type { AppContext } from '../../http/env.ts';
import { isLocale } from '../../messages/locale.ts';
import { LOCALE_COOKIE } from '../../messages/negotiate.ts';
import { returnPath } from './return-path.ts';

const YEAR_SECONDS = 31_536_000;

/** Keeps the language that was chosen and goes back to where it was chosen. */
export function rememberLanguage(c: AppContext): Response {
  const { lang, to } = c.req.query();
  if (isLocale(lang)) keepLanguage(c, lang);
  return c.redirect(returnPath(to), 303);
}

/** Speaks this language in this browser from now on. */
export function keepLanguage(c: AppContext, locale: Locale): void {
  setCookie(c, LOCALE_COOKIE, locale, {
    path: '/',
    sameSite: 'Lax',
    secure: c.var.services.config.scheme === 'https',
    httpOnly: true,
    maxAge: YEAR_SECONDS,
  });
}
