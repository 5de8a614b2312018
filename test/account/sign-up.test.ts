import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { accountClient } from '../../src/account/client.ts';
import { newId } from '../../src/lib/ids.ts';
import { done, refusalOf, ZONE } from './world.ts';

const SIGN_UP = {
  points: 100,
  programmeVersion: 3,
  programmeHash: 'f'.repeat(64),
  expiry: { kind: 'rolling', days: 30 },
} as const;

function unopened() {
  const [tenantId, memberId] = [newId('ten'), newId('mem')];
  const account = accountClient({ namespace: env.ACCOUNT, tenantId, region: null }).of(memberId);
  const open = (given: object = {}) => account.open({ epoch: 1, timeZone: ZONE, ...given });
  return { tenantId, memberId, account, open };
}

test('an account opened with a bonus has it once, under a key of its own, however often it is opened', async () => {
  const { account, open } = unopened();
  await Promise.all([open({ signUp: SIGN_UP }), open({ signUp: SIGN_UP }), open()]);
  done(await open({ signUp: { ...SIGN_UP, points: 900 } }));
  const { balances, naturalKeys, lots } = done(await account.exportState());
  expect([balances.availablePoints, balances.balancePoints]).toEqual([100, 100]);
  expect(naturalKeys).toEqual([{ naturalKey: 'sign_up', seq: 2 }]);
  expect(lots.map(({ points, originSeq }) => [points, originSeq])).toEqual([[100, 2]]);
});

test('an account that was opened without one takes none later', async () => {
  const { account, open } = unopened();
  done(await open());
  done(await open({ signUp: SIGN_UP }));
  expect(done(await account.overview()).balances.balancePoints).toBe(0);
});

test('a bonus that is no number of points opens nothing', async () => {
  const shop = unopened();
  expect(refusalOf(await shop.open({ signUp: { ...SIGN_UP, points: 0.5 } }))).toMatchObject({
    field: 'signUp',
  });
  expect(refusalOf(await shop.account.overview())).toEqual({ code: 'not_open' });
  done(await shop.open({ signUp: SIGN_UP }));
  const { items } = done(await shop.account.exportJournal({ fromSeq: 1, limit: 10 }));
  expect(items.map(({ type }) => type)).toEqual(['account.opened', 'points.earned']);
  expect(items[1]?.body).toMatchObject({ reason: 'sign_up', programmeVersion: 3, balanceAfter: 100 });
});
