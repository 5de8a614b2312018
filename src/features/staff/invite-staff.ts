import { actorRef, type Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import type { StaffSession } from '../../http/staff-session.ts';
import { parseEmail } from '../../lib/contact-identifier.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { invitationLetter } from '../../mail/letters.ts';
import { auditLine } from '../audit-log/queries.ts';
import { addInvitation, isStaffAddress, selectPendingInvitations } from './queries.ts';
import type { InvitationAnswer, InviteStaffInput } from './schemas.ts';

const DAYS = 7;
const DAY_MS = 86_400_000;
/** A shop that writes to more strangers than this at once is no shop. */
const PENDING_MAX = 50;

type Input = InviteStaffInput & { idempotencyKey: string; session: StaffSession };

/**
 * Asks someone by mail to join the shop's staff. An earlier invitation to the same address is
 * withdrawn. The inviter's own address must be proved, because the letter goes out in her name.
 */
export async function inviteStaff({
  ctx,
  input,
}: {
  ctx: Context;
  input: Input;
}): Promise<Result<InvitationAnswer>> {
  const { idempotencyKey, session, role } = input;
  if (!session.user.emailVerified) return refuse({ code: 'email_unverified' });
  const email = parseEmail(input.email);
  if (!email) return refuse({ code: 'invalid_input', field: 'email', reason: 'malformed' });
  const nowMs = ctx.clock.nowMs();
  const [works, pending] = await Promise.all([
    isStaffAddress(ctx.authDb, ctx.tenant.id, email),
    selectPendingInvitations(ctx.authDb, ctx.tenant.id, nowMs),
  ]);
  if (works) return refuse({ code: 'already_staff' });
  if (pending.length >= PENDING_MAX) return refuse({ code: 'too_many_requests', seconds: DAY_MS / 1000 });

  const id = newId('inv');
  const once = await runOnce({
    ctx,
    key: idempotencyKey,
    operation: 'staff.invite',
    input: { email, role },
    statements: [],
    value: { id, email, role, expiresAt: new Date(nowMs + DAYS * DAY_MS).toISOString() },
    status: 201,
  });
  if (!once.ok) return once;
  await deliver(ctx, session, once.value, nowMs);
  return succeed(once.value);
}

/** A repetition after a crash brings what is missing: the row, and with a new row its letter. */
async function deliver(ctx: Context, session: StaffSession, invitation: InvitationAnswer, nowMs: number) {
  const { id, email, role, expiresAt } = invitation;
  const row = {
    id,
    organizationId: ctx.tenant.id,
    email,
    role,
    status: 'pending',
    expiresAt: new Date(expiresAt),
    createdAt: new Date(nowMs),
    inviterId: actorRef(ctx.actor).id,
  };
  const added = await addInvitation(ctx.authDb, row, auditLine(ctx, 'staff.invited', id, { role }));
  if (!added) return;
  const link = `${ctx.config.scheme}://console.${ctx.config.rootHost}/invitations/${id}?email=${encodeURIComponent(email)}`;
  const letter = { shop: ctx.tenant.name, inviter: session.user.name, link, days: DAYS };
  await ctx.mail.send(invitationLetter(email, ctx.tenant.locale, letter));
}
