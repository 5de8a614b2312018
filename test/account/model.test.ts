import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findChainBreak } from '../../src/domain/chain.ts';
import { clock, clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { PlainAccount, type PlainRedemption } from './plain-account.ts';
import {
  DAY_MS,
  done,
  line,
  newKey,
  type OpenedAccount,
  openAccount,
  openReward,
  order,
  programme,
  redeem,
  STAFF,
  ZONE,
} from './world.ts';

type Real = OpenedAccount & {
  reward: Awaited<ReturnType<typeof openReward>>;
  redemptions: Map<PlainRedemption, string>;
  times: Map<string, number>;
};
type Step = fc.AsyncCommand<PlainAccount, Real>;
const HALF_DAY_MS = DAY_MS / 2;

/** A command of the model: every one moves the clock a little, so that nothing happens twice at one moment. */
function step(
  name: string,
  run: (plain: PlainAccount, real: Real) => Promise<void>,
  check: (plain: PlainAccount) => boolean = () => true,
): Step {
  return {
    check,
    toString: () => name,
    run: async (plain, real) => {
      plain.tick += 1;
      setClockOffsetMs(clockOffsetMs() + 10);
      await run(plain, real);
      const { balances, expiries } = done(await real.account.overview());
      expect({
        available: balances.availablePoints,
        pending: balances.pendingPoints,
        total: balances.totalPoints,
        endings: expiries.filter((each) => each.expiresAtMs !== null).map((each) => each.points),
      }).toEqual({
        available: plain.available,
        pending: plain.pending,
        total: plain.available + plain.pending,
        endings: plain.endings,
      });
    },
  };
}

const staff = () => ({ key: newKey(), actor: STAFF });
const expiryOf = (lives: number | null) =>
  lives === null ? ({ kind: 'never' } as const) : ({ kind: 'rolling', days: lives } as const);
const named = (plain: PlainAccount, index: number, allowed: string[]) => {
  const names = [...plain.orders].flatMap(([name, each]) => (allowed.includes(each.status) ? [name] : []));
  return names[index % Math.max(1, names.length)];
};

async function report(
  real: Real,
  plain: PlainAccount,
  name: string,
  status: 'paid' | 'completed' | 'cancelled',
) {
  const { amount, days, lives } = plain.orders.get(name) ?? { amount: 0, days: 0, lives: null };
  const clawback = plain.writesOff ? ('write_off' as const) : ('owe' as const);
  const version = programme({ daysUntilEntry: days, expiry: expiryOf(lives), clawback });
  const occurredAtMs = real.times.get(name) ?? clock.nowMs();
  real.times.set(name, occurredAtMs);
  const reported = order({
    orderId: name,
    status,
    occurredAtMs,
    lines: [line({ amountMinor: amount * 100 })],
  });
  done(await real.account.earnOrder({ ...staff(), order: reported, programme: version, timeZone: ZONE }));
}

async function redeemBoth(plain: PlainAccount, real: Real, amount: number): Promise<void> {
  const answer = await redeem(real, [real.reward.line({ quantity: amount })]);
  const redemption = plain.redeem(amount);
  expect(answer.ok).toBe(redemption !== null);
  if (answer.ok && redemption) real.redemptions.set(redemption, answer.value.redemptionId);
}

const lives = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
const points = fc.integer({ min: 1, max: 60 });
const commands: fc.Arbitrary<Step>[] = [
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.boolean(), fc.integer({ min: 0, max: 2 }), lives)
    .map(([amount, completed, days, lived]) =>
      step(
        `earn ${amount} ${completed ? 'completed' : 'paid'} +${days} ${lived ?? 'never'}`,
        async (plain, real) => {
          const name = newKey();
          plain.earn(name, amount, completed, days, lived);
          await report(real, plain, name, completed ? 'completed' : 'paid');
        },
      ),
    ),
  fc.nat().map((index) =>
    step(
      'complete an order',
      async (plain, real) => {
        const name = named(plain, index, ['paid']) ?? '';
        plain.complete(name);
        await report(real, plain, name, 'completed');
      },
      (plain) => named(plain, index, ['paid']) !== undefined,
    ),
  ),
  fc.nat().map((index) =>
    step(
      'cancel an order',
      async (plain, real) => {
        const name = named(plain, index, ['paid', 'completed']) ?? '';
        plain.cancelOrder(name);
        await report(real, plain, name, 'cancelled');
      },
      (plain) => named(plain, index, ['paid', 'completed']) !== undefined,
    ),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(([index, part]) =>
    step(
      `refund part ${part}`,
      async (plain, real) => {
        const name = named(plain, index, ['paid', 'completed']) ?? '';
        const { amount, refunded } = plain.orders.get(name) ?? { amount: 0, refunded: 0 };
        const back = part % (amount - refunded + 1);
        const { taken, lapsed, owed, writtenOff } = plain.refund(name, back);
        const lines = [{ lineId: 'l1', amountMinor: back * 100 }];
        const answer = await real.account.refundOrder({
          ...staff(),
          channel: 'shop',
          orderId: name,
          refundId: newKey(),
          lines,
        });
        expect(done(answer)).toMatchObject({
          takenPoints: taken,
          lapsedPoints: lapsed,
          owedPoints: owed,
          writtenOffPoints: writtenOff,
        });
      },
      (plain) => named(plain, index, ['paid', 'completed']) !== undefined,
    ),
  ),
  fc.tuple(points, fc.boolean(), lives).map(([amount, gives, lived]) =>
    step(`adjust ${gives ? amount : -amount}`, async (plain, real) => {
      const expiresAtMs = lived === null ? null : clock.nowMs() + lived * DAY_MS;
      const change = gives ? amount : -amount;
      const answer = await real.account.adjust({
        ...staff(),
        points: change,
        reason: 'model',
        note: null,
        expiresAtMs: gives ? expiresAtMs : null,
      });
      expect(answer.ok).toBe(plain.adjust(change, gives ? lived : null));
    }),
  ),
  points.map((amount) => step(`redeem ${amount}`, (plain, real) => redeemBoth(plain, real, amount))),
  // Whoever has spent everything owes after a refund, which is where the books are hardest to keep.
  fc.constant(
    step(
      'redeem everything',
      (plain, real) => redeemBoth(plain, real, plain.available),
      (plain) => plain.available > 0,
    ),
  ),
  fc.nat().map((index) => {
    const chosen = (plain: PlainAccount) => {
      const open = plain.redemptions.filter((each) => each.state === 'confirmed');
      return open[index % Math.max(1, open.length)];
    };
    return step(
      'cancel a redemption',
      async (plain, real) => {
        const redemption = chosen(plain);
        if (redemption === undefined) throw new Error('checked before');
        plain.cancelRedemption(redemption);
        const redemptionId = real.redemptions.get(redemption) ?? '';
        const cancelled = await real.account.cancelRedemption({ ...staff(), redemptionId, reason: null });
        expect(done(cancelled).state).toBe('cancelled');
      },
      (plain) => chosen(plain) !== undefined,
    );
  }),
  fc.integer({ min: 1, max: 8 }).map((halfDays) =>
    step(`let ${halfDays} half days pass`, async (plain) => {
      plain.pass(halfDays);
      setClockOffsetMs(clockOffsetMs() + halfDays * HALF_DAY_MS);
    }),
  ),
  fc.constant(
    step('ring the alarm', async (_, real) => {
      done(await real.account.touch());
      await runDurableObjectAlarm(real.stub);
    }),
  ),
  fc.constant(step('forget everything in memory', (_, real) => evictDurableObject(real.stub))),
];

/** What members and shops do comes three times as often as alarms and evictions. */
const lived = [...commands.slice(0, -2), ...commands.slice(0, -2), ...commands];

async function openReal(): Promise<Real> {
  const account = await openAccount();
  const reward = await openReward(account.tenantId, 'unlimited', 1);
  return { ...account, reward, redemptions: new Map(), times: new Map() };
}

/** I1 over everything stored, and the chain. */
async function expectBooksBalance({ account, tenantId, memberId }: Real, plain: PlainAccount): Promise<void> {
  const { lots, balances, holds } = done(await account.exportState());
  const { items } = done(await account.exportJournal({ fromSeq: 1, limit: 500 }));
  const entries = items.filter((row) => row.body.balanceAfter !== undefined);
  const sum = entries.reduce((total, row) => total + Number(row.body.points), 0);
  const remaining = lots.reduce((total, lot) => total + lot.remainingPoints, 0);
  expect([sum, remaining - balances.debtPoints]).toEqual([balances.balancePoints, balances.balancePoints]);
  expect(holds.every((hold) => hold.state !== 'pending')).toBe(true);
  expect(findChainBreak({ kind: 'account', tenantId, objectId: memberId, epoch: 1 }, items)).toBe(null);
  done(await account.touch());
  expect(balances.totalPoints).toBe(plain.entries);
}

test.each([
  ['owes', false],
  ['writes off', true],
])(
  'an account that %s keeps the books that anyone would keep on paper',
  async (_, writesOff) => {
    await fc.assert(
      fc.asyncProperty(fc.commands(lived, { maxCommands: 60, size: 'max' }), async (steps) => {
        setClockOffsetMs(0);
        const plain = new PlainAccount(writesOff);
        const real = await openReal();
        await fc.asyncModelRun(() => ({ model: plain, real }), steps);
        await expectBooksBalance(real, plain);
      }),
      { numRuns: 25 },
    );
  },
  120_000,
);
