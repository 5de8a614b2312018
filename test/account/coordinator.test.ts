import { abortAllDurableObjects, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  installCheckpoint,
  REDEMPTION_STEPS,
  type RedemptionStep,
} from '../../src/account/redemption-steps.ts';
import { findChainBreak } from '../../src/domain/chain.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { RewardStock } from '../../src/stock/reward-stock.ts';
import {
  DELIVERY,
  done,
  earn,
  newKey,
  type OpenedAccount,
  openAccount,
  openReward,
  redeem,
  refusalOf,
  STAFF,
} from './world.ts';

type Reward = Awaited<ReturnType<typeof openReward>>;
type Shop = OpenedAccount & { first: Reward; second: Reward };
const MINUTE_MS = 60_000;

beforeEach(() => setClockOffsetMs(0));
afterEach(() => {
  installCheckpoint(null);
  vi.restoreAllMocks();
});

/** A member with 100 points, and two rewards of 30; the second may be sold out. */
async function openShop(secondUnits = 5): Promise<Shop> {
  const account = await openAccount();
  await earn(account);
  const first = await openReward(account.tenantId, 5, 30);
  const second = await openReward(account.tenantId, secondUnits, 30);
  return { ...account, first, second };
}

const both = ({ first, second }: Shop) => [first.line({ lineId: 'a' }), second.line({ lineId: 'b' })];

/** Lets the alarm find what is unfinished, a minute later. */
async function ringAlarm({ stub, account }: Shop): Promise<void> {
  setClockOffsetMs(clockOffsetMs() + MINUTE_MS);
  await account.touch();
  await runDurableObjectAlarm(stub);
}

/** All that I6 and I5 speak of, in one value. */
async function settled(shop: Shop) {
  const { items } = done(await shop.account.listRedemptions({ beforeSeq: null, limit: 100 }));
  const { balances, openHolds } = done(await shop.account.overview());
  const counts = async ({ stock }: Reward) => done(await stock.overview()).counts;
  const [one, two] = [await counts(shop.first), await counts(shop.second)];
  return {
    states: items.map((each) => each.state),
    available: balances.availablePoints,
    held: balances.heldPoints,
    openHolds,
    reserved: [one.reservedUnits, two.reservedUnits],
    taken: [one.takenUnits, two.takenUnits],
  };
}

const WHOLE = {
  states: ['confirmed'],
  available: 40,
  held: 0,
  openHolds: 0,
  reserved: [0, 0],
  taken: [1, 1],
};
const NOTHING = { available: 100, held: 0, openHolds: 0, reserved: [0, 0], taken: [0, 0] };
const UNDONE = { states: ['undone'], ...NOTHING };
const CANCELLED = { states: ['cancelled'], ...NOTHING };

async function expectChained({ account, tenantId, memberId }: OpenedAccount): Promise<void> {
  const { items } = done(await account.exportJournal({ fromSeq: 1, limit: 500 }));
  expect(findChainBreak({ kind: 'account', tenantId, objectId: memberId, epoch: 1 }, items)).toBe(null);
}

type Scenario = {
  steps: RedemptionStep[];
  secondUnits: number;
  end: object;
  act(shop: Shop): Promise<unknown>;
};
const cancelNewest = async ({ account, memberId }: Shop) => {
  const { items } = done(await account.listRedemptions({ beforeSeq: null, limit: 1 }));
  const actor = { kind: 'member', id: memberId } as const;
  const redemptionId = items[0]?.redemptionId ?? '';
  return account.cancelRedemption({ key: newKey(), actor, redemptionId, reason: null });
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
    expect([...new Set(cases.map(([, step]) => step))].sort()).toEqual([...REDEMPTION_STEPS].sort());
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

describe('a stock whose answer is lost', () => {
  test.each(['reserve', 'commit', 'cancel'] as const)(
    '%s is sent again with the same ids',
    async (method) => {
      const shop = await openShop(method === 'cancel' ? 0 : 5);
      const original = RewardStock.prototype[method] as (command: never) => Promise<never>;
      vi.spyOn(RewardStock.prototype, method).mockImplementationOnce(async function (
        this: RewardStock,
        command: unknown,
      ) {
        await original.call(this, command as never);
        throw new Error('the reply was lost');
      });
      const answer = await redeem(shop, both(shop));
      if (method === 'cancel') expect(refusalOf(answer)).toEqual({ code: 'sold_out', remainingUnits: 0 });
      else expect(done(answer).state).toBe(method === 'reserve' ? 'reserving' : 'committing');
      await ringAlarm(shop);
      expect(await settled(shop)).toEqual(method === 'cancel' ? UNDONE : WHOLE);
    },
  );

  test('points stay held until every cancel is acknowledged', async () => {
    const shop = await openShop(0);
    const away = vi.spyOn(RewardStock.prototype, 'cancel').mockRejectedValue(new Error('away'));
    refusalOf(await redeem(shop, both(shop)));
    await ringAlarm(shop);
    expect(await settled(shop)).toMatchObject({ states: ['undoing'], available: 40, held: 60, openHolds: 1 });
    away.mockRestore();
    await ringAlarm(shop);
    expect(await settled(shop)).toEqual(UNDONE);
  });

  test('a cancel while reserving leaves a tombstone that refuses a late reserve', async () => {
    const shop = await openShop();
    const away = vi.spyOn(RewardStock.prototype, 'reserve').mockRejectedValue(new Error('away'));
    const { redemptionId } = done(await redeem(shop, both(shop)));
    expect(done(await cancelNewest(shop)).state).toBe('undone');
    away.mockRestore();
    const { memberId } = shop;
    const late = { redemptionId, lineId: 'a', memberId, quantity: 1, pointsEach: 30, priceVersion: 1 };
    expect(refusalOf(await shop.first.stock.reserve(late))).toEqual({ code: 'reservation_cancelled' });
    expect(await settled(shop)).toEqual(UNDONE);
  });
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
    done(await shop.account.startFulfilment(command()));
    const asked = done(await shop.account.cancelRedemption({ ...command(), reason: '买错了' }));
    expect(asked).toMatchObject({
      state: 'in_fulfilment',
      cancelRequest: { state: 'open', reason: '买错了' },
    });
    const declined = done(await shop.account.answerCancelRequest({ ...command(), accept: false }));
    expect(declined).toMatchObject({ state: 'in_fulfilment', cancelRequest: { state: 'declined' } });
    done(await shop.account.cancelRedemption({ ...command(), reason: 'again' }));
    const accepted = done(await shop.account.answerCancelRequest({ ...command(), accept: true }));
    expect(accepted).toMatchObject({ state: 'cancelled', undoneBecause: 'staff' });
    expect(await settled(shop)).toEqual(CANCELLED);
  });
});
