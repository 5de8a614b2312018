import { expect, test } from 'vitest';
import { refundOf, report, staff, type World, world } from './every-command.ts';
import { done, newKey, order, redeem, refusalOf } from './world.ts';

const FREEZE = { freezes: true, reason: 'suspected_misuse', note: null } as const;
const FROZEN = { code: 'account_frozen' };
const buy = ({ account }: World) =>
  account.earnOrder({ ...staff(), ...report, order: order({ orderId: 'o2' }) });

test('a frozen account refuses to spend and to earn, and takes refunds and corrections as ever', async () => {
  const shop = await world();
  const { account, reward, redemptionId } = shop;
  const { frozenAtMs } = done(await account.freeze({ ...staff(), ...FREEZE }));
  expect(frozenAtMs).toBeGreaterThan(0);
  const before = done(await account.overview());
  expect(before.frozenAtMs).toBe(frozenAtMs);
  expect(refusalOf(await redeem(shop, [reward.line()]))).toEqual(FROZEN);
  expect(refusalOf(await buy(shop))).toEqual(FROZEN);
  expect(done(await account.overview())).toEqual(before);
  done(await account.refundOrder({ ...staff(), ...refundOf('r1') }));
  done(
    await account.adjust({ ...staff(), points: -10, reason: 'correction', note: null, expiresAtMs: null }),
  );
  done(await account.cancelRedemption({ ...staff(), redemptionId, reason: null }));
  expect(done(await account.overview()).balances.availablePoints).toBe(940 + 60 - 50 - 10);
});

test('unfrozen it spends and earns again; done twice it is done once, since the first time', async () => {
  const shop = await world();
  const { account, reward } = shop;
  const key = newKey();
  const first = done(await account.freeze({ ...staff(key), ...FREEZE }));
  const again = done(await account.freeze({ ...staff(key), ...FREEZE }));
  const other = done(await account.freeze({ ...staff(), ...FREEZE, note: 'twice' }));
  expect([again, other]).toEqual([first, first]);
  const thaw = { freezes: false, reason: 'cleared', note: null } as const;
  expect(done(await account.freeze({ ...staff(), ...thaw }))).toEqual({ frozenAtMs: null });
  expect(done(await account.freeze({ ...staff(), ...thaw }))).toEqual({ frozenAtMs: null });
  done(await redeem(shop, [reward.line()]));
  done(await buy(shop));
  const page = { beforeSeq: null, limit: 50, kind: 'story' } as const;
  const told = done(await account.listEntries(page)).items.map(({ type }) => type);
  expect(told.filter((type) => type.startsWith('account.'))).toEqual([
    'account.unfrozen',
    'account.frozen',
    'account.opened',
  ]);
});
