import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refundableMinor, refundsIn } from '../../../src/domain/payment/refunds.ts';
import { CASH_MINOR, type MemoryShop } from './memory-shop.ts';
import { paid, sessionOf, staffRefund } from './standing.ts';

type Step =
  | { do: 'outside'; minor: number; status: 'pending' | 'succeeded' }
  | { do: 'refund'; minor: number }
  | { do: 'bounce' | 'arrive'; which: number }
  | { do: 'cancel' | 'retry' | 'look' | 'refuse' | 'shut' };

const atStripe = (shop: MemoryShop) => shop.stripe.sessions[0]?.refunds ?? [];

async function take(shop: MemoryShop, step: Step): Promise<void> {
  switch (step.do) {
    case 'outside':
      if (shop.stripe.keptMinor() >= step.minor)
        shop.stripe.refundOutside(sessionOf(shop), step.minor, step.status);
      return;
    case 'refund':
      staffRefund(shop, step.minor);
      return;
    case 'bounce': {
      const going = atStripe(shop).filter(({ status }) => status !== 'failed');
      const one = going[step.which % Math.max(1, going.length)];
      if (one) Object.assign(one, { status: 'failed', failure: 'lost_or_stolen_card' });
      return;
    }
    case 'arrive': {
      const pending = atStripe(shop).filter(({ status }) => status === 'pending');
      const one = pending[step.which % Math.max(1, pending.length)];
      if (one) one.status = 'succeeded';
      return;
    }
    case 'cancel':
      shop.cancel();
      return;
    case 'retry':
      for (const { refundKey } of refundsIn(shop.payment, 'failed'))
        shop.pay({ kind: 'refund_retried', refundKey });
      return;
    case 'refuse':
      shop.stripe.fail('createRefund', 'late_500');
      return;
    case 'shut':
      shop.stripe.fail('createRefund', 'no_access');
      return;
    case 'look':
      await shop.advance(true);
  }
}

const minor = fc.constantFrom(1, 10_000, 20_000, CASH_MINOR);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('outside' as const),
    minor,
    status: fc.constantFrom('pending' as const, 'succeeded' as const),
  }),
  fc.record({ do: fc.constant('refund' as const), minor }),
  fc.record({ do: fc.constantFrom('bounce' as const, 'arrive' as const), which: fc.nat(5) }),
  fc.record({ do: fc.constantFrom('cancel' as const, 'retry' as const, 'refuse' as const, 'shut' as const) }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
);

test('refunds that bounce, by whomever made, leave the books agreeing and never more back than came in (I7)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), async (steps) => {
      const shop = await paid();
      for (const each of steps) {
        await take(shop, each);
        expect(shop.stripe.keptMinor()).toBeGreaterThanOrEqual(0);
        expect(refundableMinor(shop.payment)).toBeGreaterThanOrEqual(0);
      }
      shop.stripe.heal();
      for (let round = 0; round < 12; round += 1) {
        await shop.advance(true);
        for (const one of atStripe(shop)) if (one.status === 'pending') one.status = 'succeeded';
        for (const { refundKey, because } of refundsIn(shop.payment, 'failed'))
          if (because !== 'outside') shop.pay({ kind: 'refund_retried', refundKey });
        shop.passMinutes(30);
      }
      const back = refundsIn(shop.payment, 'succeeded').reduce((sum, each) => sum + each.amountMinor, 0);
      expect(shop.stripe.keptMinor()).toBe(CASH_MINOR - back);
      if (shop.redemption.state === 'cancelled') expect(shop.stripe.keptMinor()).toBe(0);
      const before = JSON.stringify(shop.redemption);
      shop.passMinutes(1);
      await shop.advance(true);
      expect(JSON.stringify(shop.redemption)).toBe(before);
    }),
    { numRuns: 2_000 },
  );
}, 120_000);
