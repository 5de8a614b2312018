import { expect, test, vi } from 'vitest';
import { read } from './browser.ts';
import { clerkOf, colleagueOf, newPhone, WRONG_PIN } from './clerk.ts';
import { owner, PASSWORD, unique } from './merchant.ts';

const MANAGERS_PIN = '520941';

/** An open shop of plain rules, its owner's PIN set, a clerk at her phone and a member before her. */
async function counter() {
  const shop = await owner();
  const plain = {
    baseRate: { numerator: 1, denominator: 1 },
    daysUntilEntry: 0,
    expiry: { kind: 'never' },
  };
  await shop.browser.send('/api/programme', { method: 'PUT', json: plain });
  await shop.browser.send('/api/me/pin', { method: 'PUT', json: { pin: MANAGERS_PIN, proof: PASSWORD } });
  const clerk = await clerkOf(shop, { phone: newPhone() });
  const joined = await read(
    await clerk.phone.send('/api/members', { json: { email: `${unique()}@member.test` } }),
  );
  const memberId = String(joined.body.id);
  const give = async (body: object, key: string = unique()) => {
    const path = `/api/counter/members/${memberId}/grants`;
    return read(await clerk.phone.send(path, { json: body, headers: { 'idempotency-key': key } }));
  };
  return { shop, clerk, memberId, give };
}

test('above her limit a clerk is refused until a manager types her PIN, under the same key, and the log names both', async () => {
  const { shop, clerk, memberId, give } = await counter();
  const sale = { amountMinor: 260_000 };
  const key = unique();
  expect(await give(sale, key)).toMatchObject({
    status: 409,
    body: { code: 'grant-over-limit', limit: 'grant', limitPoints: 2_000, points: 2_600 },
  });
  expect(await give({ ...sale, approvalPin: WRONG_PIN }, key)).toMatchObject({
    status: 422,
    body: { code: 'pin-wrong' },
  });
  const given = await give({ ...sale, approvalPin: MANAGERS_PIN }, key);
  expect(given).toMatchObject({ status: 200, body: { points: 2_600, approvedBy: { name: 'Lin' } } });
  // Its answer was lost: the key is enough, whatever PIN comes along.
  expect(await give({ ...sale, approvalPin: WRONG_PIN }, key)).toEqual(given);
  const after = await read(await clerk.phone.send('/api/counter'));
  expect(after.body.usedTodayPoints).toBe(0);
  const log = await read(await shop.browser.send('/api/audit-log'));
  const lines = log.body.items as { action: string; actorName: string; detail: object; subject: object }[];
  expect(lines.filter(({ action }) => action === 'points.approve')).toMatchObject([
    {
      actorName: 'Lin',
      detail: { points: 2_600, amountMinor: 260_000, staffId: clerk.userId },
      subject: { kind: 'member', id: memberId },
    },
  ]);
});

test('the other way of giving points holds a clerk to the same limits', async () => {
  const { clerk, memberId } = await counter();
  const json = { amountMinor: 260_000, receipt: null };
  const answer = await read(await clerk.phone.send(`/api/members/${memberId}/purchases`, { json }));
  expect([answer.status, answer.body.code]).toSatisfy(
    ([status, code]) => status === 403 || (status === 409 && code === 'grant-over-limit'),
  );
});

test('what was typed is asked for again where it is no sale', async () => {
  const { give } = await counter();
  const bodies = [
    {},
    { amountMinor: 0 },
    { amountMinor: 100, lines: [{ amountMinor: 100 }] },
    { lines: [] },
    { amountMinor: 100, approvalPin: '12345' },
    { amountMinor: 100, soldAt: 'yesterday' },
    { amountMinor: 1.5 },
    { amountMinor: 100, points: 9_999 },
  ];
  for (const body of bodies)
    expect({ body, status: (await give(body)).status }).toEqual({ body, status: 400 });
});

test('above what a manager moves alone the owner’s PIN lets it pass once, and the log names both', async () => {
  const { shop, memberId } = await counter();
  const manager = await colleagueOf(shop, 'manager');
  const key = unique();
  const give = async (json: object) => {
    const path = `/api/members/${memberId}/adjustments`;
    return read(await manager.browser.send(path, { json, headers: { 'idempotency-key': key } }));
  };
  const gift = { points: 1_500, reason: 'goodwill' };
  expect(await give(gift)).toMatchObject({ status: 409, body: { code: 'adjustment-over-limit' } });
  const given = await give({ ...gift, approvalPin: MANAGERS_PIN });
  expect(given).toMatchObject({ status: 200, body: { points: 1_500 } });
  // Its answer was lost: the key is enough, and no PIN that comes along is looked at or counted.
  expect(await give(gift)).toEqual(given);
  for (let time = 1; time <= 6; time += 1)
    expect(await give({ ...gift, approvalPin: WRONG_PIN })).toEqual(given);
  const adjusted = async () => {
    const { body } = await read(await shop.browser.send('/api/audit-log'));
    return (body.items as { action: string }[]).filter(({ action }) => action === 'points.adjust');
  };
  await vi.waitFor(async () => expect(await adjusted()).toHaveLength(1), 20_000);
  expect(await adjusted()).toMatchObject([{ actorName: 'Xu', approvedBy: 'Lin', detail: { points: 1_500 } }]);
});
