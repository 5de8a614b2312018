import type { Context } from '../../context.ts';
import { CODE_MINUTES, HOUR_MS, mayRequestCode, RESEND_SECONDS } from '../../domain/sign-in-code.ts';
import { randomSixDigits } from '../../lib/hash.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { signInCodeLetter, signInCodeMessage } from '../../mail/letters.ts';
import { codeHashOf, type Identified, identify } from './identify.ts';
import { countShopCodes, forgetOldCodes, insertCode, refuseTooSoon, selectRecentCodes } from './queries.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

export type CodeSent = {
  channel: 'sms' | 'email';
  /** The address in the form it was understood in, for the page that asks for the code. */
  address: string;
  minutes: number;
  resendSeconds: number;
};

/**
 * Sends a fresh six-digit code to a phone or an e-mail address. Says the same whether or not the
 * address belongs to a member. Throws `unavailable` when the letter could not be handed over.
 */
export async function requestSignInCode({
  ctx,
  input,
}: {
  ctx: Context;
  input: { identifier: string };
}): Promise<Result<CodeSent>> {
  const identified = identify(ctx, input.identifier);
  if (!identified.ok) return identified;
  const { channel, address, hash } = identified.value;
  const nowMs = ctx.clock.nowMs();
  const [own, [shop]] = await ctx.db.batch(ctx.tenant.id, [
    selectRecentCodes(ctx, hash, nowMs - HOUR_MS),
    countShopCodes(ctx, channel, nowMs - HOUR_MS),
  ]);
  const refusal = mayRequestCode({ own, shopCount: shop?.count ?? 0 }, channel, nowMs);
  if (refusal?.code === 'locked') return refuse(refusal);
  if (refusal) return tooSoon(refusal.seconds, refusal.onItsWay ? address : null);
  const code = await storeCode(ctx, identified.value, nowMs);
  if (code === 'too_soon') return tooSoon(RESEND_SECONDS, address);
  await send(ctx, identified.value, code);
  return succeed({ channel, address, minutes: CODE_MINUTES, resendSeconds: RESEND_SECONDS });
}

function tooSoon(seconds: number, sentTo: string | null) {
  return refuse({ code: 'too_many_requests', seconds, ...(sentTo !== null && { sentTo }) });
}

/** Of two requests at the same moment one stores its code; the other comes too soon. */
async function storeCode(ctx: Context, identified: Identified, nowMs: number): Promise<string> {
  const code = randomSixDigits();
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    ...refuseTooSoon(ctx, identified.hash, nowMs - RESEND_SECONDS * 1000),
    forgetOldCodes(ctx, nowMs - DAY_MS),
    insertCode(ctx, {
      tenantId: ctx.tenant.id,
      id: newId('cod'),
      identifierHash: identified.hash,
      channel: identified.channel,
      codeHash: codeHashOf(ctx, identified, code),
      attempts: 0,
      expiresAtMs: nowMs + CODE_MINUTES * MINUTE_MS,
      usedAtMs: null,
      createdAtMs: nowMs,
    }),
  ]);
  if (attempt.ok) return code;
  if (attempt.conflict.kind === 'guard') return 'too_soon';
  throw new Error('a new id of a code was taken already');
}

async function send(ctx: Context, { channel, address }: Identified, code: string): Promise<void> {
  const letter = { code, shop: ctx.tenant.name, minutes: CODE_MINUTES };
  if (channel === 'sms') return ctx.sms?.send(signInCodeMessage(address, ctx.locale, letter));
  return ctx.mail.send(signInCodeLetter(address, ctx.locale, letter));
}
