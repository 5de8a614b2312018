import { getCookie } from 'hono/cookie';
import { LOCALES, type Locale } from '../domain/locale.ts';
import { LOCALE_COOKIE, negotiateLocale } from '../messages/negotiate.ts';
import type { AppContext } from './env.ts';

/** The language of the answer, of those that are offered: chosen by the reader, else the browser's, else the shop's own. */
export function localeOf(c: AppContext, fallback: Locale, offered: readonly Locale[] = LOCALES): Locale {
  return negotiateLocale({
    query: c.req.query('lang'),
    cookie: getCookie(c, LOCALE_COOKIE),
    acceptLanguage: c.req.header('accept-language'),
    fallback,
    offered,
  });
}
