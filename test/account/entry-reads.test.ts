import { afterEach, expect, test } from 'vitest';
import type { EntryKind } from '../../src/account/contract.ts';
import { monthAround } from '../../src/domain/calendar.ts';
import { clock, setClockOffsetMs } from '../../src/lib/clock.ts';
import { DAY_MS, done, line, newKey, openAccount, order, programme, STAFF, ZONE } from './world.ts';

afterEach(() => setClockOffsetMs(0));

type Opened = Awaited<ReturnType<typeof openAccount>>['account'];

const earn = (account: Opened, orderId: string, daysUntilEntry = 0) =>
  account.earnOrder({
    key: newKey(),
    actor: STAFF,
    order: order({ orderId, lines: [line()] }),
    programme: programme({ daysUntilEntry, expiry: { kind: 'rolling', days: 30 } }),
    timeZone: ZONE,
  });
const adjust = (account: Opened, points: number) =>
  account.adjust({ key: newKey(), actor: STAFF, points, reason: 'goodwill', note: null, expiresAtMs: null });

test('entries are told apart by what they did; what was given ever is counted however it was spent', async () => {
  const { account } = await openAccount();
  done(await earn(account, 'at-once'));
  done(await earn(account, 'later', 7));
  done(await adjust(account, 50));
  done(await adjust(account, -30));
  const pointsOf = async (kind?: EntryKind) => {
    const page = done(await account.listEntries({ beforeSeq: null, limit: 10, ...(kind && { kind }) }));
    return page.items.map(({ body }) => body.points);
  };
  expect(await pointsOf()).toEqual([-30, 50, 100, 100]);
  expect(await pointsOf('earned')).toEqual([50, 100, 100]);
  expect(await pointsOf('used')).toEqual([]);
  expect(await pointsOf('expired')).toEqual([]);
  expect(await pointsOf('pending')).toEqual([100]);
  expect(done(await account.sumEntries([])).earnedPoints).toBe(250);
  setClockOffsetMs(8 * DAY_MS);
  expect(await pointsOf('pending')).toEqual([]);
});

test('a month is summed whole, also where a page of entries shows only a part of it', async () => {
  const { account } = await openAccount();
  const nowMs = clock.nowMs();
  const month = monthAround(nowMs, ZONE);
  done(await adjust(account, 100));
  setClockOffsetMs(month.toMs - nowMs);
  done(await adjust(account, 40));
  done(await adjust(account, -15));
  done(await adjust(account, 5));
  const { items } = done(await account.listEntries({ beforeSeq: null, limit: 2 }));
  const nearSeq = items[1]?.seq ?? 0;
  const next = monthAround(month.toMs, ZONE);
  const { spans } = done(await account.sumEntries([next, month].map((span) => ({ nearSeq, ...span }))));
  expect(spans).toEqual([
    { gainedPoints: 45, takenPoints: -15 },
    { gainedPoints: 100, takenPoints: 0 },
  ]);
});

test('an order is found by its number, and one that the account does not have is missing', async () => {
  const { account } = await openAccount();
  done(await earn(account, '8842', 7));
  expect(done(await account.getOrder('shop', '8842'))).toMatchObject({ orderId: '8842', points: 100 });
  expect(await account.getOrder('shop', '8843')).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
});
