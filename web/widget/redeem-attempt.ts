import type { RedeemRequest, Redemption } from './answers.ts';
import type { Problem } from './ask.ts';
import type { MemberAnswer } from './session.ts';

/** One wish to redeem: however often it is sent, it has its effect once, by its key. */
export type Attempt = {
  key: string;
  request: RedeemRequest;
  /** An answer was lost: it may have taken effect. */
  doubted: boolean;
};

export type Price = { priceVersion: number; pointsEach: number; shippingFeeMinor: number };

export type Outcome =
  | { kind: 'redeemed' | 'confirming' | 'not_redeemed'; redemption: Redemption }
  /** Nothing was taken; the same may be asked at the new price. */
  | { kind: 'new_price'; price: Partial<Price>; words: string }
  /** Nothing was taken; `final` where asking again now would be refused again. */
  | { kind: 'refused'; words: string; final: boolean }
  /** Nothing was taken; the same may be asked with the code that was sent, or another one. */
  | { kind: 'proof'; sentTo: string | null; words: string }
  | { kind: 'fields'; fields: string[]; words: string }
  /** Nobody is signed in any more. */
  | { kind: 'signed_out' }
  /** It may have taken effect: only the very same may be sent again. */
  | { kind: 'unsure' };

const UNDER_WAY = new Set(['reserving', 'awaiting_payment', 'committing']);
const UNDONE = new Set(['undoing', 'undone', 'cancelling', 'cancelled']);
const FINAL = new Set(['sold-out', 'stopped', 'not-started', 'ended', 'limit-reached', 'account-frozen']);

/** What only another code would change. */
const CODES = new Set(['code-wrong', 'code-expired', 'locked', 'too-many-requests']);

/** What a redemption's state means to whoever has just asked for it. */
export function standing(redemption: Redemption): Outcome {
  if (UNDER_WAY.has(redemption.state)) return { kind: 'confirming', redemption };
  return { kind: UNDONE.has(redemption.state) ? 'not_redeemed' : 'redeemed', redemption };
}

/** What the answer to a redemption means. */
export function judge(answer: MemberAnswer<Redemption>): Outcome {
  if (answer.kind === 'ok') return standing(answer.value);
  if (answer.kind === 'lost') return { kind: 'unsure' };
  if (answer.kind === 'visitor') return { kind: 'signed_out' };
  const { problem } = answer;
  const { code, status, detail: words, priceVersion, pointsEach } = problem;
  if (status === 401) return { kind: 'signed_out' };
  if (code === 'price-changed' && typeof priceVersion === 'number' && typeof pointsEach === 'number')
    return { kind: 'new_price', price: { priceVersion, pointsEach }, words };
  if (code === 'shipping-fee-changed')
    return { kind: 'new_price', price: { shippingFeeMinor: Number(problem.feeMinor) }, words };
  if (code === 'proof-needed') {
    return { kind: 'proof', sentTo: typeof problem.sentTo === 'string' ? problem.sentTo : null, words };
  }
  if (CODES.has(code) || (code === 'invalid-input' && problem.field === 'code')) {
    return { kind: 'proof', sentTo: null, words };
  }
  if (code === 'invalid-input') return { kind: 'fields', fields: fieldsOf(problem), words };
  return { kind: 'refused', words, final: FINAL.has(code) };
}

function fieldsOf({ errors = [], field }: Problem): string[] {
  const named = errors.length > 0 ? errors.map((error) => error.field) : [String(field)];
  return [...new Set(named.flatMap((path) => /^delivery\.(\w+)$/.exec(path)?.[1] ?? []))];
}

/**
 * The wishes of this page whose answers nobody has seen yet, one per reward. While there is one, nothing
 * else is asked for that reward: it might be taken twice.
 */
export function createAttempts() {
  const open = new Map<string, Attempt>();
  return {
    openOf: (rewardId: string): Attempt | null => open.get(rewardId) ?? null,
    /** The open one as it was sent first, else a new one. */
    begin(request: RedeemRequest, newKey: () => string): Attempt {
      const attempt = open.get(request.rewardId) ?? { key: newKey(), request, doubted: false };
      open.set(request.rewardId, attempt);
      return attempt;
    },
    /** Once the server has answered for good, the next wish is another one. */
    settle(attempt: Attempt, outcome: Outcome): void {
      const { request, doubted } = attempt;
      const stands = outcome.kind === 'unsure' || (outcome.kind === 'signed_out' && doubted);
      if (!stands && open.get(request.rewardId) === attempt) open.delete(request.rewardId);
    },
    /** Whoever signs in next wishes for herself. */
    clear: () => open.clear(),
  };
}

/** Sends one wish until it is answered, at most once more than there are pauses, and says what came of it. */
export async function sendUntilAnswered(
  attempt: Attempt,
  send: (attempt: Attempt) => Promise<MemberAnswer<Redemption>>,
  pausesMs: readonly number[],
): Promise<Outcome> {
  for (const pauseMs of [...pausesMs, null]) {
    const outcome = judge(await send(attempt));
    if (outcome.kind !== 'unsure') return outcome;
    attempt.doubted = true;
    if (pauseMs !== null) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return { kind: 'unsure' };
}
