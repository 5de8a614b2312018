import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../http/env.ts';
import { openText, sealText } from '../../lib/sealed-text.ts';

/** With its name and attributes a cookie of this size is kept by every browser. */
const SEALED_CHARACTERS_MAX = 3_600;

/** What is kept in the reader's own browser between two pages: sealed, for this shop, for a while. */
export type KeptName = 'pm_sign_in' | 'pm_confirm' | 'pm_form' | 'pm_preview';

const boundTo = (c: AppContext, name: KeptName) => `${name}/${c.var.ctx.tenant.id}`;

/** Keeps it, or answers false where it is too long for a cookie. */
export async function keepText(
  c: AppContext,
  name: KeptName,
  { text, seconds }: { text: string; seconds: number },
): Promise<boolean> {
  const sealed = await sealText(c.var.services.config.sessionSecret, text, boundTo(c, name));
  if (sealed.length > SEALED_CHARACTERS_MAX) return false;
  setCookie(c, name, sealed, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Lax',
    secure: true,
    path: '/',
    maxAge: seconds,
  });
  return true;
}

/** What was kept, or null: it is gone, from another shop or not ours. */
export async function keptText(c: AppContext, name: KeptName): Promise<string | null> {
  const sealed = getCookie(c, name, 'host');
  return sealed ? openText(c.var.services.config.sessionSecret, sealed, boundTo(c, name)) : null;
}

export function dropText(c: AppContext, name: KeptName): void {
  deleteCookie(c, name, { prefix: 'host', secure: true, path: '/' });
}
