import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { asJson } from '../../lib/as-json.ts';
import { type AnyRefusal, type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { commandOf } from '../command.ts';
import { creditWaitingOrders } from '../orders/credit-waiting-orders.ts';
import { getMember } from './find-member.ts';
import { readIdentifiers } from './identify-member.ts';
import { onAccount } from './open-account.ts';
import { type MemberRow, setMember } from './queries.ts';
import type { UpdateMemberInput } from './schemas.ts';

const EDITABLE = ['displayName', 'phone', 'email', 'birthday'] as const;
/** Of these a change means that she is known by something else than before. */
const RECOGNISED_BY: readonly string[] = ['phone', 'email'];

/**
 * Staff correct what the shop knows of a member: what is left out stays, null removes. Another phone or
 * e-mail is another person's until she has proved it, so whoever is signed in has to sign in again;
 * orders that waited for it are credited. The log says which fields, never what stands in them.
 */
export async function updateMember({
  ctx,
  input,
}: {
  ctx: Context;
  input: UpdateMemberInput & { key: string };
}): Promise<Result<MemberRow>> {
  const { memberId, key, displayName, phone, email, birthday } = input;
  const found = await getMember({ ctx, input });
  if (!found.ok) return found;
  const before = found.value;
  const read = readIdentifiers(ctx, { phone: phone ?? null, email: email ?? null, externalId: null });
  if (!read.ok) return read;
  const wanted = {
    displayName: displayName ?? before.displayName,
    phone: phone === undefined ? before.phone : read.value.phone,
    email: email === undefined ? before.email : read.value.email,
    birthday: birthday === undefined ? before.birthday : birthday,
  };
  if (!wanted.phone && !wanted.email && !before.externalId) {
    return refuse({ code: 'invalid_input', field: 'phone', reason: 'contact_missing' });
  }
  const fields = EDITABLE.filter((field) => wanted[field] !== before[field]);
  const saved = await runOnce({
    ctx,
    key,
    operation: 'members.update',
    input: asJson(input),
    statements:
      fields.length === 0
        ? []
        : [setMember(ctx, memberId, wanted), addAuditRow(ctx, 'members.update', memberId, { fields })],
    value: { isRecognisedAnew: fields.some((field) => RECOGNISED_BY.includes(field)) },
    status: 200,
    refusalOf: (conflict) => (conflict.kind === 'unique' ? takenBy(conflict.constraint) : null),
  });
  if (!saved.ok) return saved;
  if (saved.value.isRecognisedAnew) {
    const ended = await onAccount(ctx, memberId, (account) => account.endSessions(commandOf(ctx, key)));
    if (!ended.ok) return ended;
    const member = await getMember({ ctx, input });
    if (member.ok) await creditWaitingOrders({ ctx, input: member.value });
  }
  return getMember({ ctx, input });
}

function takenBy(constraint: string): AnyRefusal | null {
  if (constraint === 'members_phone_unique') return { code: 'identifier_taken', field: 'phone' };
  return constraint === 'members_email_unique' ? { code: 'identifier_taken', field: 'email' } : null;
}
