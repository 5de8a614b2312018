import { abortAllDurableObjects } from 'cloudflare:test';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import type { CallName, Fault } from '../support/fake-stripe.ts';
import {
  CASH_MINOR,
  type CashShop,
  command,
  newest,
  openCashShop,
  passMinutes,
  redeemWithCash,
  settle,
} from './cash-shop.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => vi.restoreAllMocks());

type Step =
  | { do: 'pay' | 'dispute' | 'cancel' | 'pack' | 'ship' | 'accept' | 'retry' | 'abort' }
  | { do: 'outside' | 'refund'; minor: number }
  | { do: 'bounce'; which: number }
  | { do: 'fail'; name: CallName; fault: Fault; times: number }
  | { do: 'pass'; minutes: number };

/** As many as the time allows: a moved clock rings at every object that other files have left in this Worker. */
const RUNS = 60;
const TIME_MS = 15_000;

const heard = async (work: Promise<unknown>) => {
  await work.catch(() => undefined);
};

/** Of whatever happens at Stripe the account is told once, right then; whether it finds out is its own affair. */
async function take(shop: CashShop, step: Step): Promise<void> {
  const { account, stripe } = shop;
  const session = stripe.sessions.at(-1);
  switch (step.do) {
    case 'pay':
      if (
        session &&
        (await newest(shop)).payment?.sessionId === session.sessionId &&
        stripe.pay(session.sessionId)
      )
        await heard(settle(shop));
      return;
    case 'outside':
      if (!session?.paid || stripe.keptMinor() < step.minor) return;
      stripe.refundOutside(session.sessionId, step.minor);
      return heard(settle(shop));
    case 'dispute':
      if (!session?.paid) return;
      stripe.dispute(session.sessionId, 'needs_response');
      return heard(settle(shop));
    case 'bounce': {
      const going = session?.refunds.filter(({ status }) => status === 'succeeded') ?? [];
      const one = going[step.which % Math.max(1, going.length)];
      if (!one) return;
      Object.assign(one, { status: 'failed', failure: 'lost_or_stolen_card' });
      return heard(settle(shop));
    }
    case 'refund':
      return heard(account.refundPayment({ ...(await command(shop)), amountMinor: step.minor }));
    case 'retry':
      for (const { refundKey } of (await newest(shop)).payment?.refunds ?? [])
        await heard(account.retryRefund({ ...(await command(shop)), refundKey }));
      return;
    case 'cancel':
      return heard(account.cancelRedemption({ ...(await command(shop)), reason: null }));
    case 'pack':
      return heard(account.startFulfilment(await command(shop)));
    case 'ship':
      return heard(account.ship({ ...(await command(shop)), carrier: 'SF', trackingNumber: '1' }));
    case 'accept':
      return heard(account.answerCancelRequest({ ...(await command(shop)), accept: true, reason: null }));
    case 'fail':
      stripe.fail(step.name, step.fault, step.times);
      return;
    case 'pass':
      return heard(passMinutes(shop, step.minutes));
    case 'abort':
      await abortAllDurableObjects();
  }
}

const calls: CallName[] = ['createSession', 'findSession', 'expireSession', 'readCheckout', 'createRefund'];
const faults: Fault[] = ['request_lost', 'reply_lost', 'saved_500', 'late_500', 'busy'];
const minor = fc.constantFrom(1, 1_000, 4_000, CASH_MINOR);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pay' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'pack' as const, 'ship' as const, 'accept' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('retry' as const, 'abort' as const, 'dispute' as const) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('outside' as const, 'refund' as const), minor }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bounce' as const), which: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      name: fc.constantFrom(...calls, 'readCheckout' as const),
      fault: fc.constantFrom(...faults),
      times: fc.constantFrom(1, 2, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(1, 5, 31, 46) }),
  },
);

test('what the account was told once it finds out in the end, whatever else happens (I7)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      vi.restoreAllMocks();
      setClockOffsetMs(0);
      const shop = await openCashShop();
      await heard(redeemWithCash(shop));
      await take(shop, { do: 'pay' });
      for (const each of steps) await take(shop, each);
      shop.stripe.heal();
      for (let round = 0; round < 8; round += 1) await heard(passMinutes(shop, 16));
      for (let round = 0; round < 3; round += 1) await heard(passMinutes(shop, 61));
      const { stripe } = shop;
      await vi.waitFor(
        async () => {
          const { payment, state } = await newest(shop);
          const session = stripe.sessions.find(({ paid }) => paid !== null);
          const known = payment?.refunds.filter((each) => each.state === 'succeeded') ?? [];
          const back = known.reduce((sum, each) => sum + each.amountMinor, 0);
          const waiting = payment?.refunds.filter(
            (each) => each.state === 'requested' || each.state === 'pending',
          );
          expect({
            received: payment?.received?.amountMinor ?? 0,
            kept: (payment?.received?.amountMinor ?? 0) - back,
            dispute: payment?.dispute?.state ?? null,
            waiting,
          }).toEqual({
            received: session?.paid?.amountMinor ?? 0,
            kept: stripe.keptMinor(),
            dispute: session?.dispute?.state ?? null,
            waiting: [],
          });
          expect(state).not.toBe('awaiting_payment');
        },
        { timeout: 3_000 },
      );
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: TIME_MS, markInterruptAsFailure: false },
  );
}, 120_000);
