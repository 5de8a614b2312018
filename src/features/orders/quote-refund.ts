import type { RefundQuote } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { Result } from '../../lib/result.ts';
import { getMember } from '../members/find-member.ts';
import { onAccount } from '../members/open-account.ts';
import type { RefundPurchaseInput } from './schemas.ts';

/** What is left of a purchase, and what a refund would take if it were made now. Changes nothing. */
export async function quoteRefund({
  ctx,
  input,
}: {
  ctx: Context;
  input: RefundPurchaseInput;
}): Promise<Result<RefundQuote>> {
  const { memberId, channel, orderId, lines } = input;
  const member = await getMember({ ctx, input });
  if (!member.ok) return member;
  return onAccount(ctx, memberId, (account) => account.quoteRefund({ channel, orderId, lines }));
}
