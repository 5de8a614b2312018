import { runDurableObjectAlarm } from 'cloudflare:test';
import { vi } from 'vitest';
import type { CashTerms, RedemptionView } from '../../src/account/contract.ts';
import { clock, clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { CheckoutCalls } from '../../src/stripe/checkout-calls.ts';
import { type CallName, FakeStripe } from '../support/fake-stripe.ts';
import { done, earn, newKey, type OpenedAccount, openAccount, openReward, redeem, STAFF } from './world.ts';

export const POINTS = 40;
export const CASH_MINOR = 6_000;
export const ONLINE: CashTerms = {
  method: 'online',
  currency: 'CNY',
  accountId: 'acct_1',
  applicationFeeBasisPoints: 250,
  successUrl: 'https://shop.test/paid',
  cancelUrl: 'https://shop.test/back',
  locale: 'zh-CN',
  description: null,
};
export const COUNTER: CashTerms = { method: 'counter', currency: 'CNY' };

export type CashShop = OpenedAccount & {
  stripe: FakeStripe;
  reward: Awaited<ReturnType<typeof openReward>>;
};

/** Puts the model before the client that the objects of this isolate ask; `vi.restoreAllMocks` takes it away. */
export function modelStripe(): FakeStripe {
  const stripe = new FakeStripe(() => clock.nowMs());
  const names: CallName[] = ['createSession', 'findSession', 'expireSession', 'readCheckout', 'createRefund'];
  for (const name of names) {
    const call = stripe[name].bind(stripe) as (...given: unknown[]) => Promise<never>;
    vi.spyOn(CheckoutCalls.prototype, name).mockImplementation(call);
  }
  return stripe;
}

/** A member with 100 points, and five pieces of 100 points, or of 40 and ¥60.00. */
export async function openCashShop(stripe = modelStripe()): Promise<CashShop> {
  const account = await openAccount();
  await earn(account);
  const mix = { currency: 'CNY', pointsMin: POINTS, cashPerPoint: { numerator: 100, denominator: 1 } };
  const reward = await openReward(account.tenantId, 5, 100, mix);
  return { ...account, stripe, reward };
}

export function redeemWithCash(shop: CashShop, cash: CashTerms = ONLINE, key = newKey()) {
  const line = shop.reward.line({ pointsEach: POINTS, cashEachMinor: CASH_MINOR });
  return redeem(shop, [line], key, cash);
}

export async function opened(cash: CashTerms = ONLINE): Promise<CashShop> {
  const shop = await openCashShop();
  done(await redeemWithCash(shop, cash));
  return shop;
}

export async function paid(): Promise<CashShop> {
  const shop = await opened();
  await payAtStripe(shop);
  await settle(shop);
  return shop;
}

export async function newest({ account }: OpenedAccount): Promise<RedemptionView> {
  const { items } = done(await account.listRedemptions({ beforeSeq: null, limit: 1 }));
  if (!items[0]) throw new Error('she has redeemed something');
  return items[0];
}

export async function payAtStripe(shop: CashShop): Promise<boolean> {
  return shop.stripe.pay((await newest(shop)).payment?.sessionId ?? '');
}

/** As a webhook does. */
export async function settle(shop: CashShop): Promise<RedemptionView> {
  return done(await shop.account.settlePayment({ redemptionId: (await newest(shop)).redemptionId }));
}

export async function command(shop: CashShop) {
  return { key: newKey(), actor: STAFF, redemptionId: (await newest(shop)).redemptionId };
}

/** The time passes, and the alarm finds what is due. */
export async function passMinutes({ account, stub }: OpenedAccount, minutes: number): Promise<void> {
  setClockOffsetMs(clockOffsetMs() + minutes * 60_000);
  await account.touch();
  await runDurableObjectAlarm(stub);
}

/** Everything that I5, I6 and I7 speak of, in one value. */
export async function standing(shop: CashShop) {
  const { state, payment } = await newest(shop);
  const { balances, openHolds } = done(await shop.account.overview());
  const { counts } = done(await shop.reward.stock.overview());
  return {
    states: [state, payment?.state],
    refunds: payment?.refunds.map((each) => [each.because, each.amountMinor, each.state]),
    available: balances.availablePoints,
    held: balances.heldPoints,
    openHolds,
    reserved: counts.reservedUnits,
    taken: counts.takenUnits,
    keptMinor: shop.stripe.keptMinor(),
  };
}

/** Compared as texts as well: the order of the fields is the one above. */
export const WHOLE = {
  states: ['confirmed', 'paid'],
  refunds: [] as unknown[],
  available: 60,
  held: 0,
  openHolds: 0,
  reserved: 0,
  taken: 1,
  keptMinor: CASH_MINOR,
};
export const WAITING = { refunds: [], available: 60, held: 40, openHolds: 1, reserved: 1, taken: 0 };
export const UNDONE = { ...WHOLE, states: ['undone', 'closed'], available: 100, taken: 0, keptMinor: 0 };
export const CANCELLED = {
  ...UNDONE,
  states: ['cancelled', 'paid'],
  refunds: [['cancelled', CASH_MINOR, 'succeeded']],
};
