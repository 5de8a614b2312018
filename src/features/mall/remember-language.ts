import { setCookie } from 'hono/cookie';
import type { AppContext } from '../../http/env.ts';
import { isLocale } from '../../messages/locale.ts';
import { LOCALE_COOKIE } from '../../messages/negotiate.ts';
import { returnPath } from './return-path.ts';

const YEAR_SECONDS = 31_536_000;

/** Keeps the language that was chosen and goes back to where it was chosen. */
export function rememberLanguage(c: AppContext): Response {
  const { lang, to } = c.req.query();
  if (isLocale(lang)) {
    setCookie(c, LOCALE_COOKIE, lang, {
      path: '/',
      sameSite: 'Lax',
      secure: c.var.services.config.scheme === 'https',
      httpOnly: true,
      maxAge: YEAR_SECONDS,
    });
  }
  return c.redirect(returnPath(to), 303);
}
