import type { Context } from '../../context.ts';
import { maskedContact } from '../../domain/large-redemption.ts';
import { takesMessages } from '../../lib/contact-identifier.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { getMember } from '../members/find-member.ts';
import { identify } from './identify.ts';
import { requestSignInCode } from './request-sign-in-code.ts';
import { spendCode } from './verify-sign-in-code.ts';

/**
 * Where a code reaches a member now, best proved first; null where none can arrive. Asking for one that
 * never comes would keep her from her own points.
 */
export async function reachOf(ctx: Context, memberId: string): Promise<string | null> {
  const found = await getMember({ ctx, input: { memberId } });
  if (!found.ok) return null;
  const { email, provedEmail, phone } = found.value;
  if (email !== null && email === provedEmail) return email;
  if (phone !== null && ctx.sms !== null && takesMessages(phone)) return phone;
  return email;
}

/** Sends a code there; one that was sent a moment ago does as well. Answers where it went, masked. */
export async function sendProofCode(ctx: Context, contact: string): Promise<Result<{ sentTo: string }>> {
  const sent = await requestSignInCode({ ctx, input: { identifier: contact } });
  const isThere = sent.ok || (sent.refusal.code === 'too_many_requests' && sent.refusal.sentTo !== undefined);
  return isThere ? succeed({ sentTo: maskedContact(contact) }) : refuse(sent.refusal);
}

/** Uses a code up that was sent there. */
export async function proveAgain(ctx: Context, contact: string, code: string): Promise<Result<null>> {
  const identified = identify(ctx, contact);
  return identified.ok ? spendCode(ctx, identified.value, code) : identified;
}
