import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refundsIn } from '../../../src/domain/payment/refunds.ts';
import { GOODS } from '../../../src/domain/redemption/pay.ts';
import type { CallName, Fault } from '../../support/fake-stripe.ts';
import { CASH_MINOR, MemoryShop, POINTS, STAFF } from './memory-shop.ts';
import { settle, Turns } from './turns.ts';

type Step =
  | { do: 'turn'; choice: number }
  | { do: 'advance'; looks: boolean }
  | { do: 'pass'; minutes: number }
  | { do: 'fail'; name: CallName; fault: Fault }
  | { do: 'outside' | 'refund'; minor: number }
  | { do: 'pay' | 'cancel' | 'pack' | 'ship' | 'accept' | 'retry' | 'kill' };

async function take(shop: MemoryShop, turns: Turns, step: Step): Promise<void> {
  const session = shop.stripe.sessions.at(-1);
  switch (step.do) {
    case 'turn':
      return turns.take(step.choice);
    case 'advance':
      void shop.advance(step.looks);
      break;
    case 'pass':
      shop.passMinutes(step.minutes);
      break;
    case 'fail':
      shop.stripe.fail(step.name, step.fault);
      break;
    case 'pay':
      // Only an address that was shown can be paid at.
      if (session && shop.payment.sessionId === session.sessionId) shop.stripe.pay(session.sessionId);
      break;
    case 'outside':
      if (session?.paid && shop.stripe.keptMinor() >= step.minor)
        shop.stripe.refundOutside(session.sessionId, step.minor);
      break;
    case 'refund':
      shop.pay({ kind: 'refund_asked', amountMinor: step.minor, by: STAFF });
      break;
    case 'retry':
      for (const { refundKey } of refundsIn(shop.payment, 'failed'))
        shop.pay({ kind: 'refund_retried', refundKey });
      break;
    case 'cancel':
      shop.cancel();
      break;
    case 'accept':
      shop.record({ kind: 'answer_cancel', accept: true, by: 'staff' });
      break;
    case 'pack':
      shop.record({ kind: 'start_fulfilment' });
      break;
    case 'ship':
      shop.record({ kind: 'ship', carrier: 'SF', trackingNumber: '1' });
      break;
    case 'kill':
      turns.kill();
  }
  await settle();
}

/** Faults are over, staff look after their queue, and time goes on until nothing is left to find out. */
async function comeToRest(shop: MemoryShop, turns: Turns): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    const work = shop.advance(true);
    await settle();
    for (let turn = 0; !turns.isIdle; turn += 1) {
      expect(turn, 'it comes to rest').toBeLessThan(200);
      await turns.take(0);
    }
    await work;
    for (const { refundKey } of refundsIn(shop.payment, 'failed'))
      shop.pay({ kind: 'refund_retried', refundKey });
    shop.passMinutes(30);
  }
}

/** I7 and I6 of one redemption, from its own books and from Stripe's. */
function expectBooksAgree(shop: MemoryShop): void {
  const { redemption, payment, stripe } = shop;
  const goods = GOODS[redemption.state];
  const paid = stripe.sessions.filter((each) => each.paid !== null);
  const receivedMinor = payment.received?.amountMinor ?? 0;
  const backMinor = refundsIn(payment, 'succeeded').reduce((sum, each) => sum + each.amountMinor, 0);
  expect(goods).not.toBe('awaiting');
  expect(paid.length).toBeLessThanOrEqual(1);
  expect(receivedMinor).toBe(paid.length * CASH_MINOR);
  expect(stripe.keptMinor()).toBe(receivedMinor - backMinor);
  expect(refundsIn(payment, 'requested', 'pending', 'failed')).toEqual([]);
  expect(stripe.payable()).toEqual([]);
  if (goods === 'let_go') expect(stripe.keptMinor()).toBe(0);
  else expect(payment.state).toBe('paid');
  expect(shop.heldPoints).toBe(0);
  expect(shop.balancePoints).toBe(goods === 'let_go' ? 5_000 : 5_000 - POINTS);
}

const calls: CallName[] = ['createSession', 'findSession', 'expireSession', 'readCheckout', 'createRefund'];
const faults: Fault[] = ['request_lost', 'reply_lost', 'saved_500', 'late_500', 'busy', 'no_access'];
const minor = fc.constantFrom(1, 10_000, 20_000, CASH_MINOR);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('turn' as const), choice: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('advance' as const), looks: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(1, 12, 31, 50) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      name: fc.constantFrom(...calls),
      fault: fc.constantFrom(...faults),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('outside' as const, 'refund' as const), minor }) },
  { weight: 2, arbitrary: fc.constant({ do: 'pay' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'cancel' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('pack' as const, 'ship' as const, 'accept' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('retry' as const, 'kill' as const) }) },
);

describe('however events, losses, repetitions and deaths are interleaved', () => {
  test('a redemption with cash ends in one state, and points and cash agree (I6, I7)', async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const shop = new MemoryShop();
        const turns = new Turns(shop);
        void shop.advance();
        await settle();
        for (const each of steps) await take(shop, turns, each);
        await comeToRest(shop, turns);
        expectBooksAgree(shop);
        const end = `${shop.redemption.state}/${shop.payment.state}`;
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }),
      { numRuns: 300 },
    );
    expect([...ends.keys()].sort()).toEqual(
      expect.arrayContaining(['confirmed/paid', 'undone/closed', 'undone/paid']),
    );
  }, 60_000);
});
