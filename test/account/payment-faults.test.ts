import { abortAllDurableObjects } from 'cloudflare:test';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  installCheckpoint,
  PAYMENT_STEPS,
  type PaymentCheckpoint,
} from '../../src/account/redemption-steps.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import type { CallName, Fault } from '../support/fake-stripe.ts';
import {
  CANCELLED,
  type CashShop,
  command,
  newest,
  openCashShop,
  passMinutes,
  redeemWithCash,
  settle,
  standing,
  UNDONE,
  WHOLE,
} from './cash-shop.ts';
import { expectChained } from './redemption-shop.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => {
  installCheckpoint(null);
  vi.restoreAllMocks();
});

type Scenario = {
  end: object;
  calls: CallName[];
  steps: PaymentCheckpoint[];
  act(shop: CashShop): Promise<void>;
};

const heard = (work: Promise<unknown>) => work.catch(() => undefined);
const pay = async (shop: CashShop) => shop.stripe.pay((await newest(shop)).payment?.sessionId ?? '');
const cancel = async (shop: CashShop) =>
  heard(shop.account.cancelRedemption({ ...(await command(shop)), reason: null }));

/** What the member and the shop do; whether anybody hears the answers does not matter. */
const SCENARIOS: Record<'paid' | 'left' | 'called off' | 'listed' | 'given back', Scenario> = {
  paid: {
    end: WHOLE,
    calls: ['createSession', 'readCheckout'],
    steps: ['payment_stored', 'session_answered', 'session_recorded', 'evidence_read', 'paid_recorded'],
    act: async (shop) => {
      await heard(redeemWithCash(shop));
      await untilOpen(shop);
      await pay(shop);
      await heard(settle(shop));
    },
  },
  left: {
    end: UNDONE,
    calls: ['expireSession', 'readCheckout'],
    steps: ['close_recorded', 'expire_answered', 'evidence_read', 'closed_recorded'],
    act: async (shop) => {
      await heard(redeemWithCash(shop));
      await heard(passMinutes(shop, 30));
    },
  },
  'called off': {
    end: UNDONE,
    calls: ['createSession', 'expireSession', 'readCheckout'],
    steps: ['expire_answered', 'closed_recorded'],
    act: async (shop) => {
      await heard(redeemWithCash(shop));
      await cancel(shop);
    },
  },
  listed: {
    end: WHOLE,
    calls: ['findSession'],
    steps: ['sessions_listed'],
    act: async (shop) => {
      shop.stripe.fail('createSession', 'late_500');
      await SCENARIOS.paid.act(shop);
    },
  },
  'given back': {
    end: CANCELLED,
    calls: ['createRefund', 'readCheckout'],
    steps: ['refund_recorded', 'refund_answered', 'refund_known'],
    act: async (shop) => {
      await SCENARIOS.paid.act(shop);
      await rest(shop, WHOLE);
      await cancel(shop);
    },
  },
};

/** Lets the alarm do what calls could not, as long as it takes to get an address to pay at. */
async function untilOpen(shop: CashShop): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    if ((await newest(shop)).payment?.state === 'open') return;
    await heard(passMinutes(shop, 1));
  }
}

/** Alarms ring, a minute apart, until nothing is left to do. */
async function rest(shop: CashShop, end: object): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    if (JSON.stringify(await standing(shop)) === JSON.stringify(end)) return;
    await heard(passMinutes(shop, 1));
  }
}

async function expectEnd(shop: CashShop, { end }: Scenario): Promise<void> {
  await rest(shop, end);
  await vi.waitFor(async () => expect(await standing(shop)).toEqual(end), { timeout: 5_000 });
  await expectChained(shop);
}

const FAULTS: Fault[] = ['request_lost', 'reply_lost', 'saved_500', 'late_500'];
const unknown = Object.entries(SCENARIOS).flatMap(([name, scenario]) =>
  scenario.calls.flatMap((call) => FAULTS.map((fault) => [name, call, fault, scenario] as const)),
);
const deaths = Object.entries(SCENARIOS).flatMap(([name, scenario]) =>
  scenario.steps.map((step) => [name, step, scenario] as const),
);

describe('an unknown outcome of any call ends as if it had been heard', () => {
  test.each(unknown)('%s: %s, %s', async (_, call, fault, scenario) => {
    const shop = await openCashShop();
    shop.stripe.fail(call, fault);
    await scenario.act(shop);
    await expectEnd(shop, scenario);
  });
});

describe('killed at any step of its payment, a redemption ends in one state', () => {
  test('the steps named are all there are', () => {
    expect([...new Set(deaths.map(([, step]) => step))].sort()).toEqual([...PAYMENT_STEPS].sort());
  });

  test.each(deaths)('%s: a failure at %s is made good by the alarm', async (_, step, scenario) => {
    const shop = await openCashShop();
    let passed = 0;
    installCheckpoint(async (reached) => {
      passed += reached === step ? 1 : 0;
      if (reached === step && passed === 1) throw new Error('killed');
    });
    await scenario.act(shop);
    expect(passed).toBeGreaterThan(0);
    await expectEnd(shop, scenario);
  });

  test.each(deaths)('%s: every object dead at %s is made good by the alarm', async (_, step, scenario) => {
    const shop = await openCashShop();
    let passed = 0;
    installCheckpoint(async (reached) => {
      passed += reached === step ? 1 : 0;
      if (reached === step && passed === 1) await new Promise(() => {});
    });
    const acting = scenario.act(shop);
    await vi.waitFor(() => expect(passed).toBeGreaterThan(0), { timeout: 10_000 });
    await abortAllDurableObjects();
    await acting;
    await expectEnd(shop, scenario);
  });
});

afterAll(() => {
  console.log(
    `payments: ${unknown.length} unknown outcomes, ${2 * deaths.length} deaths at ${PAYMENT_STEPS.length} steps`,
  );
});
