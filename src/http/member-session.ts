import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Tenant } from '../context.ts';
import type { AppContext } from './env.ts';

/** With hono's `host` prefix the cookie is `__Host-pm_member`: this host's alone, secure, path `/`. */
const COOKIE = 'pm_member';
const DAYS = 180;
const DAY_MS = 86_400_000;

export type MemberSession = { memberId: string; sessionGeneration: number };

type Signed = [version: 'm1', tenantId: string, memberId: string, generation: number, issuedAtMs: number];

/** Keeps a member signed in on this device; her account ends all of them by counting its generation up. */
export async function startMemberSession(
  c: AppContext,
  tenant: Tenant,
  session: MemberSession,
): Promise<void> {
  const { config, clock } = c.var.services;
  const { memberId, sessionGeneration } = session;
  const signed: Signed = ['m1', tenant.id, memberId, sessionGeneration, clock.nowMs()];
  await setSignedCookie(c, COOKIE, JSON.stringify(signed), config.sessionSecret, {
    prefix: 'host',
    httpOnly: true,
    sameSite: 'Lax',
    secure: true,
    path: '/',
    maxAge: DAYS * 86_400,
  });
}

export function endMemberSession(c: AppContext): void {
  deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' });
}

/**
 * Who the cookie says she is: ours by signature, of this shop and not too old. Her account still has
 * the last word by the generation, which whoever reads its overview compares.
 */
export async function readMemberSession(c: AppContext, tenant: Tenant): Promise<MemberSession | null> {
  const { config, clock } = c.var.services;
  const text = await getSignedCookie(c, config.sessionSecret, COOKIE, 'host');
  if (!text) return null;
  const [version, tenantId, memberId, sessionGeneration, issuedAtMs] = JSON.parse(text) as Signed;
  const ageMs = clock.nowMs() - issuedAtMs;
  if (version !== 'm1' || tenantId !== tenant.id || ageMs > DAYS * DAY_MS) return null;
  return { memberId, sessionGeneration };
}
