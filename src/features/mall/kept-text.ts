import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../http/env.ts';
import { openText, sealText } from '../../lib/sealed-text.ts';

/** With its name and attributes a cookie of this size is kept by every browser. */
const COOKIE_CHARACTERS_MAX = 3_600;
/** The longest question takes two in Chinese; more than three make requests too large for some servers. */
const COOKIES_MAX = 3;

/** What is kept in the reader's own browser between two pages: sealed, for this shop, for a while. */
export type KeptName = 'pm_sign_in' | 'pm_confirm' | 'pm_form' | 'pm_typed' | 'pm_preview' | 'pm_join';

const boundTo = (c: AppContext, name: KeptName) => `${name}/${c.var.ctx.tenant.id}`;

const ATTRIBUTES = { prefix: 'host', httpOnly: true, sameSite: 'Lax', secure: true, path: '/' } as const;

/** A text too long for one cookie lies in several, each named by its place. */
const cookieName = (name: KeptName, place: number) => (place === 0 ? name : `${name}_${place}`);

/** Keeps it, or answers false where it is too long for a browser to keep. */
export async function keepText(
  c: AppContext,
  name: KeptName,
  { text, seconds }: { text: string; seconds: number },
): Promise<boolean> {
  const sealed = await sealText(c.var.services.config.sessionSecret, text, boundTo(c, name));
  if (sealed.length > COOKIES_MAX * COOKIE_CHARACTERS_MAX) return false;
  for (let place = 0; place < COOKIES_MAX; place += 1) {
    const part = sealed.slice(place * COOKIE_CHARACTERS_MAX, (place + 1) * COOKIE_CHARACTERS_MAX);
    const cookie = cookieName(name, place);
    if (part !== '') setCookie(c, cookie, part, { ...ATTRIBUTES, maxAge: seconds });
    else if (getCookie(c, cookie, 'host')) deleteCookie(c, cookie, ATTRIBUTES);
  }
  return true;
}

/** What was kept, or null: it is gone, from another shop or not ours. */
export async function keptText(c: AppContext, name: KeptName): Promise<string | null> {
  const parts = Array.from(
    { length: COOKIES_MAX },
    (_, place) => getCookie(c, cookieName(name, place), 'host') ?? '',
  );
  const sealed = parts.join('');
  return sealed ? openText(c.var.services.config.sessionSecret, sealed, boundTo(c, name)) : null;
}

export function dropText(c: AppContext, name: KeptName): void {
  for (let place = 0; place < COOKIES_MAX; place += 1) {
    const cookie = cookieName(name, place);
    if (place === 0 || getCookie(c, cookie, 'host')) deleteCookie(c, cookie, ATTRIBUTES);
  }
}
