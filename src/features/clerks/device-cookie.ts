import { getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../http/env.ts';
import { sha256Hex } from '../../lib/hash.ts';

/** With hono's `host` prefix the cookie is `__Host-pm_device`: no neighbour can put it there. */
const COOKIE = 'pm_device';
/** As long as browsers keep any cookie; each PIN prolongs it. */
const DAYS = 400;

/** What the device says it is: unguessable, and worth nothing without a PIN. */
export function readDeviceToken(c: AppContext): string | null {
  return getCookie(c, COOKIE, 'host') ?? null;
}

export function writeDeviceToken(c: AppContext, token: string): void {
  setCookie(c, COOKIE, token, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Lax',
    secure: true,
    path: '/',
    maxAge: DAYS * 86_400,
  });
}

/** What is kept of it: the database knows no device's cookie. */
export const deviceTokenHash = (token: string) => sha256Hex(`device ${token}`);
