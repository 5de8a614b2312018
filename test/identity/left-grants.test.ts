import { expect, test } from 'vitest';
import { read } from './browser.ts';
import { clerkOf } from './clerk.ts';
import { owner, unique } from './merchant.ts';

const PLAIN = { baseRate: { numerator: 1, denominator: 1 }, daysUntilEntry: 0, expiry: { kind: 'never' } };

/** A counter that Mei has worked at and Xu works at, and a member before it. */
async function counter() {
  const shop = await owner();
  await shop.browser.send('/api/programme', { method: 'PUT', json: PLAIN });
  const [mei, xu] = [
    await clerkOf(shop, { name: '小美' }),
    await clerkOf(shop, { name: '小徐', pin: '581624' }),
  ];
  const joined = await read(
    await xu.phone.send('/api/members', { json: { email: `${unique()}@member.test` } }),
  );
  const memberId = String(joined.body.id);
  const give = async (by: typeof mei, key: string, given: object = {}, to = memberId) =>
    read(
      await by.phone.send(`/api/counter/members/${to}/grants`, {
        json: { amountMinor: 8_800, ...given },
        headers: { 'idempotency-key': key },
      }),
    );
  const another = async () =>
    String(
      (await read(await xu.phone.send('/api/members', { json: { email: `${unique()}@member.test` } }))).body
        .id,
    );
  const remove = () => shop.browser.send(`/api/staff/${mei.userId}/remove`, { method: 'POST' });
  const leftBy = (key: string) => ({ staffId: mei.userId, key });
  const discard = async (key: string) =>
    read(
      await xu.phone.send('/api/counter/left/discard', { json: { leftBy: leftBy(key), amountMinor: 8_800 } }),
    );
  const left = async () =>
    (
      await read(
        await xu.phone.send('/api/counter/left/find', { json: { staffIds: [mei.userId, xu.userId] } }),
      )
    ).body.staffIds;
  const points = async () => {
    const found = await read(
      await xu.phone.send('/api/counter/find', { json: { typed: joined.body.number } }),
    );
    return (found.body.matches as { availablePoints: number }[])[0]?.availablePoints;
  };
  const log = async () => {
    const { body } = await read(await shop.browser.send('/api/audit-log'));
    const lines = body.items as { action: string; actorName: string; subject: unknown }[];
    return lines.flatMap(({ action, actorName, subject }) =>
      action.startsWith('staff.kept') ? [[action, actorName, subject]] : [],
    );
  };
  return { mei, xu, another, give, remove, leftBy, discard, left, points, log };
}

test('what a removed clerk kept is given by whoever takes it up, once, and the log names both', async () => {
  const { mei, xu, give, remove, leftBy, left, points, log } = await counter();
  const [kept, key] = [unique(), unique()];
  expect(await left()).toEqual([]);
  expect((await give(xu, key, { leftBy: leftBy(kept) })).body.code).toBe('invalid-input');
  await remove();
  expect(await left()).toEqual([mei.userId]);
  const before = Number(await points());
  const sent = await Promise.all([
    give(xu, key, { leftBy: leftBy(kept) }),
    give(xu, key, { leftBy: leftBy(kept) }),
    give(xu, unique(), { leftBy: leftBy(kept) }),
  ]);
  const settled = sent.filter(({ body }) => body.code === 'left-grant-settled');
  expect([settled.length >= 1, sent.some(({ status }) => status === 200)]).toEqual([true, true]);
  expect(await points()).toBe(before + 88);
  expect(await log()).toEqual([['staff.kept_given', '小徐', { kind: 'text', text: '小美' }]]);
});

test('what had arrived before she was removed is given to nobody a second time', async () => {
  const { mei, xu, give, remove, leftBy, discard, points } = await counter();
  const kept = unique();
  const before = Number(await points());
  expect((await give(mei, kept)).status).toBe(200);
  await remove();
  expect((await give(xu, unique(), { leftBy: leftBy(kept) })).body.code).toBe('left-grant-settled');
  expect((await discard(kept)).body.code).toBe('left-grant-settled');
  expect(await points()).toBe(before + 88);
});

test('what was thrown away is given by nobody any more; what was refused can be taken up again', async () => {
  const { xu, give, remove, leftBy, discard, points, log } = await counter();
  await remove();
  const before = Number(await points());
  const [thrown, large] = [unique(), unique()];
  expect([(await discard(thrown)).status, (await discard(thrown)).body.code]).toEqual([
    200,
    'left-grant-settled',
  ]);
  expect((await give(xu, unique(), { leftBy: leftBy(thrown) })).body.code).toBe('left-grant-settled');
  const over = await give(xu, unique(), { leftBy: leftBy(large), amountMinor: 500_000 });
  expect(over.body.code).toBe('grant-over-limit');
  expect((await give(xu, unique(), { leftBy: leftBy(large) })).status).toBe(200);
  expect(await points()).toBe(before + 88);
  expect((await log()).map(([action]) => action).toSorted()).toEqual([
    'staff.kept_discarded',
    'staff.kept_given',
  ]);
});

test('what was refused to whoever took it up is no line of the log: nothing was given', async () => {
  const { xu, another, give, remove, leftBy, points, log } = await counter();
  await remove();
  expect((await give(xu, unique(), { receipt: 'R-7' }, await another())).status).toBe(200);
  const before = Number(await points());
  const taken = { receipt: 'R-7', leftBy: leftBy(unique()) };
  expect((await give(xu, unique(), taken)).body.code).toBe('order-changed');
  expect([await points(), await log()]).toEqual([before, []]);
});
