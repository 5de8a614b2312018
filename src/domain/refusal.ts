import type { ActorRef } from './actor.ts';
import type { CashMix } from './catalogue/cash-mix.ts';

/**
 * Every "no" the product can say, as data that survives RPC. The order is the order of checks within
 * one object: of several that apply to it, the first is answered. A command that asks several objects
 * meets their checks one object after the other: an account says "insufficient points" before any
 * stock could say "sold out". The HTTP status of each stands in http/problem.ts, its words in messages/.
 */
export type Refusal =
  /** Foreign and missing look the same. */
  | { code: 'not_found' }
  /** The object was never opened through the registry; nothing was written. */
  | { code: 'not_open' }
  | { code: 'key_reused' }
  | { code: 'invalid_input'; field: string; reason: string }
  | { code: 'currency_mismatch'; expected: string; found: string }
  | { code: 'account_frozen' }
  | { code: 'order_changed'; field: string }
  | { code: 'order_unknown' }
  | { code: 'refund_exceeds_line'; lineId: string; remainingMinor: number }
  | { code: 'stopped' }
  | { code: 'not_started'; startsAtMs: number }
  | { code: 'ended'; endedAtMs: number }
  | { code: 'price_changed'; priceVersion: number; pointsEach: number; mix?: CashMix }
  | { code: 'limit_reached'; limit: number; taken: number }
  | { code: 'too_many_holds'; limit: number }
  | { code: 'insufficient_points'; missingPoints: number; availablePoints: number }
  | { code: 'sold_out'; remainingUnits: number }
  /** A cancel for this redemption came first; its late reserve is refused for ever. */
  | { code: 'reservation_cancelled' }
  /** The command does not fit the state that the redemption is in. */
  | { code: 'wrong_state'; state: string }
  /** Packing has begun: cancelling is now a request to the shop. */
  | { code: 'fenced'; state: string }
  /** A cancel would give back another sum of cash than whoever cancels was told. */
  | { code: 'cash_changed'; cashBackMinor: number; toldMinor: number; currency: string }
  /** What was hers is with her: goods are given once. */
  | { code: 'handed_over'; handedOverAtMs: number }
  /** A voucher counts once. */
  | { code: 'voucher_used'; usedAtMs: number }
  | { code: 'voucher_expired'; expiredAtMs: number }
  /** Its redemption was cancelled; the points went back. */
  | { code: 'voucher_cancelled' }
  /** She has asked the shop as often as she may; every time it declined. */
  | { code: 'too_many_cancel_requests'; limit: number }
  /** More than what is left of the cash that came in. */
  | { code: 'refund_exceeds_payment'; remainingMinor: number }
  /** Somebody of the shop has confirmed the cash before; `byName` where it is told to staff. */
  | { code: 'cash_taken'; takenAtMs: number; by: ActorRef | null; byName?: string | null }
  /** The cash could not be asked for; the redemption was undone. */
  | { code: 'payment_unavailable'; reason: string };
