import { abortAllDurableObjects } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  installCheckpoint,
  REDEMPTION_STEPS,
  type RedemptionStep,
} from '../../src/account/redemption-steps.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import {
  both,
  CANCELLED,
  cancelNewest,
  expectChained,
  openShop,
  ringAlarm,
  type Shop,
  settled,
  UNDONE,
  WHOLE,
} from './redemption-shop.ts';
import { DELIVERY, done, newKey, redeem, STAFF } from './world.ts';

beforeEach(() => setClockOffsetMs(0));
afterEach(() => {
  installCheckpoint(null);
  vi.restoreAllMocks();
});

type Scenario = {
  steps: RedemptionStep[];
  secondUnits: number;
  end: object;
  act(shop: Shop): Promise<unknown>;
};
const SCENARIOS: Record<'commit' | 'undo' | 'cancel', Scenario> = {
  commit: {
    steps: ['recorded', 'line_reserved', 'decided_commit', 'line_committed', 'confirmed'],
    secondUnits: 5,
    end: WHOLE,
    act: (shop) => redeem(shop, both(shop)),
  },
  undo: {
    steps: ['recorded', 'line_reserved', 'decided_undo', 'undo_line_cancelled', 'undone'],
    secondUnits: 0,
    end: UNDONE,
    act: (shop) => redeem(shop, both(shop)),
  },
  cancel: {
    steps: ['cancel_decided', 'cancel_line_cancelled', 'cancelled'],
    secondUnits: 5,
    end: CANCELLED,
    act: cancelNewest,
  },
};
const cases = Object.entries(SCENARIOS).flatMap(([name, scenario]) =>
  scenario.steps.flatMap((step) => [1, 2].map((pass) => [name, step, pass, scenario] as const)),
);

/** Does `crash` the given time that the step is passed; returns whether it was. */
function crashAt(step: RedemptionStep, pass: number, crash: () => Promise<void>): { hit: () => boolean } {
  let passed = 0;
  installCheckpoint(async (reached) => {
    if (reached === step) passed += 1;
    if (reached === step && passed === pass) await crash();
  });
  return { hit: () => passed >= pass };
}

describe('killed at any step, a redemption ends whole or undone (I6)', () => {
  test('the steps named are all there are', () => {
    // Where a voucher is issued is walked in voucher.test.ts.
    const others = REDEMPTION_STEPS.filter((step) => step !== 'issued');
    expect([...new Set(cases.map(([, step]) => step))].sort()).toEqual([...others].sort());
  });

  test.each(cases)(
    '%s: a failure at %s, pass %i, is finished by the alarm',
    async (_, step, pass, scenario) => {
      const shop = await openShop(scenario.secondUnits);
      if (scenario === SCENARIOS.cancel) done(await redeem(shop, both(shop)));
      const crash = crashAt(step, pass, () => Promise.reject(new Error('killed')));
      await scenario.act(shop);
      if (!step.includes('line') && pass > 1) expect(crash.hit()).toBe(false);
      else expect(crash.hit()).toBe(true);
      installCheckpoint(null);
      await ringAlarm(shop);
      expect(await settled(shop)).toEqual(scenario.end);
      await expectChained(shop);
    },
  );

  const onePass = cases.filter(([, , pass]) => pass === 1);
  test.each(onePass)(
    '%s: every object dead at %s, it is finished by the alarm',
    async (_, step, pass, scenario) => {
      const shop = await openShop(scenario.secondUnits);
      if (scenario === SCENARIOS.cancel) done(await redeem(shop, both(shop)));
      const crash = crashAt(step, pass, () => new Promise(() => {}));
      const answer = scenario.act(shop).catch((failure: unknown) => failure);
      await vi.waitFor(() => expect(crash.hit()).toBe(true));
      await abortAllDurableObjects();
      expect(await answer).toBeInstanceOf(Error);
      installCheckpoint(null);
      await ringAlarm(shop);
      expect(await settled(shop)).toEqual(scenario.end);
      await expectChained(shop);
    },
  );
});

describe('many at once', () => {
  test('of 20 redemptions by one member with points for one, one succeeds', async () => {
    const shop = await openShop(100);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redeem(shop, [shop.second.line({ quantity: 3 })])),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
    expect(new Set(refusals)).toEqual(new Set(['insufficient_points']));
    expect(await settled(shop)).toMatchObject({ available: 10, held: 0, taken: [0, 3] });
  });

  test('the same redemption sent 20 times under 20 keys is one', async () => {
    const shop = await openShop();
    const redemptionId = newId('rdm');
    const command = {
      actor: STAFF,
      redemptionId,
      lines: both(shop),
      delivery: DELIVERY,
      graceDays: 7,
      openHoldsMax: 10,
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.account.redeem({ ...command, key: newKey() })),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await settled(shop)).toEqual(WHOLE);
  });

  test('cancelled while a stock is still answering, it is undone when the answer comes', async () => {
    const shop = await openShop();
    let gateOpen = false;
    installCheckpoint(async (step) => {
      while (step === 'line_reserved' && !gateOpen) await new Promise((resolve) => setTimeout(resolve, 5));
    });
    const redeeming = redeem(shop, both(shop));
    const states = async () => (await settled(shop)).states;
    await vi.waitFor(async () => expect(await states()).toEqual(['reserving']));
    const cancelling = cancelNewest(shop);
    await vi.waitFor(async () => expect(await states()).toEqual(['undoing']));
    gateOpen = true;
    expect([done(await redeeming).state, done(await cancelling).state]).toEqual(['undone', 'undone']);
    expect(await settled(shop)).toEqual(UNDONE);
  });

  test('cancelled and packed at once, it is one or the other', async () => {
    const shop = await openShop();
    const { redemptionId } = done(await redeem(shop, both(shop)));
    const command = () => ({ key: newKey(), actor: STAFF, redemptionId });
    const [cancelled, packed] = await Promise.all([
      shop.account.cancelRedemption({ ...command(), reason: null }),
      shop.account.startFulfilment(command()),
    ]);
    if (packed.ok)
      expect(done(cancelled)).toMatchObject({ state: 'in_fulfilment', cancelRequest: { state: 'open' } });
    else
      expect([done(cancelled).state, packed.refusal]).toEqual([
        'cancelled',
        { code: 'wrong_state', state: 'cancelling' },
      ]);
  });
});

describe('after the fence', () => {
  test('staff answer a request: accepted gives the points back, declined goes on', async () => {
    const shop = await openShop();
    const { redemptionId } = done(await redeem(shop, both(shop)));
    const command = () => ({ key: newKey(), actor: STAFF, redemptionId });
    const hers = () => ({ ...command(), actor: { kind: 'member' as const, id: shop.memberId } });
    done(await shop.account.startFulfilment(command()));
    const asked = done(await shop.account.cancelRedemption({ ...hers(), reason: '买错了' }));
    expect(asked).toMatchObject({
      state: 'in_fulfilment',
      cancelRequest: { state: 'open', reason: '买错了' },
    });
    const declined = done(
      await shop.account.answerCancelRequest({ ...command(), accept: false, reason: '已经打包了' }),
    );
    expect(declined).toMatchObject({
      state: 'in_fulfilment',
      cancelRequest: { state: 'declined' },
      shopReason: '已经打包了',
    });
    done(await shop.account.cancelRedemption({ ...hers(), reason: 'again' }));
    const accepted = done(await shop.account.answerCancelRequest({ ...command(), accept: true }));
    expect(accepted).toMatchObject({ state: 'cancelled', undoneBecause: 'staff' });
    expect(await settled(shop)).toEqual(CANCELLED);
  });

  test('staff cancel on their own, with a reason that the member reads until it is erased', async () => {
    const shop = await openShop();
    const { redemptionId } = done(await redeem(shop, both(shop)));
    const command = () => ({ key: newKey(), actor: STAFF, redemptionId });
    done(await shop.account.startFulfilment(command()));
    const cancelled = done(await shop.account.cancelRedemption({ ...command(), reason: '货坏了' }));
    expect(cancelled).toMatchObject({ state: 'cancelled', undoneBecause: 'staff', shopReason: '货坏了' });
    expect(await settled(shop)).toEqual(CANCELLED);
    const { items } = done(await shop.account.exportJournal({ fromSeq: 1, limit: 500 }));
    expect(JSON.stringify(items.map(({ body }) => body))).not.toContain('货坏了');
    done(await shop.account.eraseDetails({ key: newKey(), actor: STAFF }));
    const { shopReason } = done(await shop.account.getRedemption(redemptionId));
    expect(shopReason ?? null).toBe(null);
    await expectChained(shop);
  });
});
