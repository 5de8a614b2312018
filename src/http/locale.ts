import { getCookie } from 'hono/cookie';
import type { Locale } from '../domain/locale.ts';
import { LOCALE_COOKIE, negotiateLocale } from '../messages/negotiate.ts';
import type { AppContext } from './env.ts';

/** The language of the answer: chosen by the reader, else the browser's, else the shop's own. */
export function localeOf(c: AppContext, fallback: Locale): Locale {
  return negotiateLocale({
    query: c.req.query('lang'),
    cookie: getCookie(c, LOCALE_COOKIE),
    acceptLanguage: c.req.header('accept-language'),
    fallback,
  });
}
