import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Tenant } from '../context.ts';
import type { AppContext } from './env.ts';

/** With hono's `host` prefix the cookie is `__Host-pm_member`: this host's alone, secure, path `/`. */
const COOKIE = 'pm_member';
const DAYS = 180;
const DAY_MS = 86_400_000;

/** `provedUntilMs`: how long what she proved on this device stands for a large redemption. */
export type MemberSession = { memberId: string; sessionGeneration: number; provedUntilMs: number | null };

/** An earlier release's `m1` ends before what was proved. */
type Signed = [
  version: 'm1' | 'm2',
  tenantId: string,
  memberId: string,
  generation: number,
  issuedAtMs: number,
  provedUntilMs?: number | null,
];

/** Keeps a member signed in on this device; her account ends all of them by counting its generation up. */
export async function startMemberSession(
  c: AppContext,
  tenant: Tenant,
  session: MemberSession,
): Promise<void> {
  const { config, clock } = c.var.services;
  const { memberId, sessionGeneration, provedUntilMs } = session;
  const signed: Signed = ['m2', tenant.id, memberId, sessionGeneration, clock.nowMs(), provedUntilMs];
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
  const [version, tenantId, memberId, sessionGeneration, issuedAtMs, provedUntilMs = null] = JSON.parse(
    text,
  ) as Signed;
  const ageMs = clock.nowMs() - issuedAtMs;
  const isOurs = (version === 'm1' || version === 'm2') && tenantId === tenant.id;
  if (!isOurs || ageMs > DAYS * DAY_MS) return null;
  return { memberId, sessionGeneration, provedUntilMs };
}
