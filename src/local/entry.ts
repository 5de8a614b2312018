import { DEVICE_KNOWN_MS } from '../domain/large-redemption.ts';
import { findMember } from '../features/members/find-member.ts';
import { onAccount } from '../features/members/open-account.ts';
import { authOf } from '../features/staff/auth.ts';
import type { AppContext } from '../http/env.ts';
import { AppError, unwrap } from '../http/errors.ts';
import { startMemberSession } from '../http/member-session.ts';

/**
 * One tap from the demo's page into the demo. There on one machine alone, where whoever sends this form
 * reads every code as well; in production the address does not exist.
 */
async function localForm(c: AppContext, field: string): Promise<string> {
  if (c.var.services.config.local === null) throw new AppError('not_found');
  const value = (await c.req.formData().catch(() => new FormData())).get(field);
  if (typeof value !== 'string') throw new AppError('not_found');
  return value;
}

/** Signs in on a mall as the member whose phone or e-mail address is named. */
export async function enterAsMember(c: AppContext): Promise<Response> {
  const typed = await localForm(c, 'identifier');
  const { ctx } = c.var;
  const member = unwrap(await findMember({ ctx, input: { typed } }));
  const overview = unwrap(await onAccount(ctx, member.id, (account) => account.overview()));
  const { sessionGeneration } = overview;
  const provedUntilMs = ctx.clock.nowMs() + DEVICE_KNOWN_MS;
  await startMemberSession(c, ctx.tenant, { memberId: member.id, sessionGeneration, provedUntilMs });
  return c.redirect('/', 303);
}

/** Signs in on the console by address and password, as its own page would. */
export async function enterAsStaff(c: AppContext): Promise<Response> {
  const email = await localForm(c, 'email');
  const { origin } = new URL(c.req.url);
  const asked = new Request(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password: await localForm(c, 'password') }),
  });
  const answered = await authOf(c.var.services).handler(asked);
  if (!answered.ok) throw new AppError('not_found');
  const headers = new Headers({ location: '/' });
  for (const cookie of answered.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
