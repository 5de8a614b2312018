/** How long a member has to answer what a clerk asks of her phone. */
export const ASK_MS = 5 * 60_000;
/** A confirmation that was cut off may be sent again so long after its end; nobody takes it up later. */
const RETRY_MS = 60_000;
/** By then whatever was confirmed in time has either been redeemed or never will be. */
const SETTLED_MS = 120_000;

/** What was decided of an ask, once and for ever; time decides the rest. */
export const ASK_STATES = ['open', 'confirmed', 'declined', 'withdrawn', 'refused'] as const;
export type AskState = (typeof ASK_STATES)[number];

/** `redeeming`: she has confirmed, and her account has not answered yet. */
export type AskStanding = AskState | 'expired' | 'redeeming';

type Kept = { state: AskState; expiresAtMs: number };

/** How an ask stands now; `redeemed` is whether her account has the redemption. */
export function askStanding({ state, expiresAtMs }: Kept, redeemed: boolean, nowMs: number): AskStanding {
  if (state === 'open') return nowMs < expiresAtMs ? 'open' : 'expired';
  if (state !== 'confirmed' && state !== 'refused') return state;
  // Of two confirmations at once one may have been refused what the other had got.
  if (redeemed) return 'confirmed';
  if (state === 'refused') return 'refused';
  return nowMs < expiresAtMs + SETTLED_MS ? 'redeeming' : 'expired';
}

/** Whether her confirmation counts: in time, or the same one again because its answer was lost. */
export function mayConfirm({ state, expiresAtMs }: Kept, nowMs: number): boolean {
  if (state === 'open') return nowMs < expiresAtMs;
  return state === 'confirmed' && nowMs < expiresAtMs + RETRY_MS;
}

type AskedFor = { rewardId: string; quantity: number; pointsEach: number; cashEachMinor: number };
type Redeemed = {
  lines: readonly { rewardId: string; quantity: number; pointsEach: number; cashEachMinor?: number }[];
  pickUp?: boolean;
  voucher?: unknown;
};

/** The key under which an ask redeems: however often it is confirmed, it is one redemption. */
export function keyOfAsk(askId: string): string {
  return `ask:${askId}`;
}

/** Keys are what callers say they are: under an ask's she may have redeemed something else in her mall. */
export function isAskedFor(asked: AskedFor, { lines: [line], pickUp, voucher }: Redeemed): boolean {
  const isTakenHere = pickUp === true || voucher !== undefined;
  return (
    isTakenHere &&
    line?.rewardId === asked.rewardId &&
    line.quantity === asked.quantity &&
    line.pointsEach === asked.pointsEach &&
    (line.cashEachMinor ?? 0) === asked.cashEachMinor
  );
}
