import { afterEach, describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { changeSettings } from '../../src/features/counter/change-settings.ts';
import { getSlip } from '../../src/features/counter/get-slip.ts';
import { listGrants } from '../../src/features/counter/list-grants.ts';
import { quoteGrant } from '../../src/features/counter/quote-grant.ts';
import { undoGrant } from '../../src/features/counter/undo-grant.ts';
import { closeAccount } from '../../src/features/members/close-account.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { clerk, give, limit, MINUTE_MS, manager, refused, used, YUAN } from './counter-till.ts';
import { join, must, newKey, openShop, PLAIN, pointsOf, unheard } from './world.ts';

afterEach(() => setClockOffsetMs(0));

describe('the limits of a clerk', () => {
  test('refuse more at once, and more on one day, than she may give by herself; a manager may', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    await limit(shop, 200, 300);
    const answers = [
      await give(li, id, { amountMinor: 201 * YUAN }),
      await give(li, id, { amountMinor: 200 * YUAN }),
      await give(li, id, { amountMinor: 101 * YUAN }),
    ].map((each) => (each.ok ? each.value.points : each.refusal));
    expect(answers).toEqual([
      { code: 'grant_over_limit', limit: 'grant', limitPoints: 200, points: 201 },
      200,
      { code: 'grant_over_limit', limit: 'day', limitPoints: 300, points: 101 },
    ]);
    must(await give(manager(shop), id, { amountMinor: 5_000 * YUAN }));
    expect([await pointsOf(shop, id), await used(li)]).toEqual([5_200, 200]);
  });

  test('hold when grants arrive at once: what fits is given, once each, and no point more', async () => {
    const shop = await openShop();
    const people = await Promise.all([join(shop), join(shop), join(shop), join(shop), join(shop)]);
    const li = clerk(shop);
    await limit(shop, 200, 300);
    const answers = await Promise.all(people.map(({ id }) => give(li, id, { amountMinor: 100 * YUAN })));
    const refused = answers.filter((each) => !each.ok);
    expect(refused).toEqual(
      Array.from({ length: 2 }, () => ({
        ok: false,
        refusal: { code: 'grant_over_limit', limit: 'day', limitPoints: 300, points: 100 },
      })),
    );
    const balances = await Promise.all(people.map(({ id }) => pointsOf(shop, id)));
    expect(balances.reduce((sum, each) => sum + each, 0)).toBe(300);
    expect(await used(li)).toBe(300);
    // Another clerk has a day of her own.
    must(await give(clerk(shop, 'usr_other'), people[0]?.id ?? '', { amountMinor: 100 * YUAN }));
  });

  test('begin anew with the day of the shop', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    await limit(shop, 200, 200);
    const nowMs = Date.now();
    // 23:30 in Shanghai, tonight or tomorrow night.
    const lateMs = Math.floor((nowMs + 8 * 3_600_000) / 86_400_000) * 86_400_000 + 15.5 * 3_600_000;
    setClockOffsetMs(lateMs + 86_400_000 - nowMs);
    const li = clerk(shop);
    must(await give(li, id, { amountMinor: 200 * YUAN }));
    setClockOffsetMs(lateMs + 86_400_000 - nowMs + 29 * MINUTE_MS);
    expect(await give(li, id, { amountMinor: 1 * YUAN })).toMatchObject({ refusal: { limit: 'day' } });
    setClockOffsetMs(lateMs + 86_400_000 - nowMs + 31 * MINUTE_MS);
    must(await give(li, id, { amountMinor: 200 * YUAN }));
  });

  test('take nothing for a grant that the account refused, and its key is free again', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    must(await give(li, id, { receipt: 'R-1' }));
    const key = newKey();
    const other = await give(li, id, { receipt: 'R-1', amountMinor: 50 * YUAN, key });
    expect(other).toEqual({ ok: false, refusal: { code: 'order_changed', field: 'lines' } });
    expect(await used(li)).toBe(128);
    must(await give(li, id, { receipt: 'R-2', amountMinor: 50 * YUAN, key }));
    expect([await used(li), await pointsOf(shop, id)]).toEqual([178, 178]);
    expect((await listGrants({ ctx: li, input: { mine: true } })).length).toBe(2);
  });

  test('and a grant cut off before the account, then refused by it, leaves nothing behind', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const key = newKey();
    const sale = { receipt: 'R-9', key };
    await expect(give(unheard(li), id, sale)).rejects.toThrow('unavailable');
    expect(await used(li)).toBe(128);
    expect(await give(refused(li), id, sale)).toMatchObject({ refusal: { code: 'account_frozen' } });
    expect([await used(li), await pointsOf(shop, id)]).toEqual([0, 0]);
  });
});

describe('a grant sent again', () => {
  test('gets its first answer although the limit has been used up, or the sale grown too old, meanwhile', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    await limit(shop, 200, 200);
    const soldAt = new Date(Date.now() - 23.9 * 3_600_000).toISOString();
    const sale = { amountMinor: 120 * YUAN, soldAt, key: newKey() };
    const first = must(await give(li, id, sale));
    must(await give(li, id, { amountMinor: 80 * YUAN }));
    setClockOffsetMs(30 * MINUTE_MS);
    expect(must(await give(li, id, sale))).toEqual(first);
    expect([await pointsOf(shop, id), await used(li)]).toEqual([200, 200]);
  });

  test('is one grant when it was cut off between its claim and the account', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const sale = { key: newKey() };
    await expect(give(unheard(li), id, sale)).rejects.toThrow('unavailable');
    const again = must(await give(li, id, sale));
    expect([again.points, again.countedBefore, await used(li), await pointsOf(shop, id)]).toEqual([
      128,
      null,
      128,
      128,
    ]);
    expect((await listGrants({ ctx: li, input: { mine: true } })).map(({ grantId }) => grantId)).toEqual([
      again.grantId,
    ]);
  });

  test('under a key of long ago is a new sale, and kept within the limits like any other', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    await limit(shop, 200, 300);
    const key = newKey();
    must(await give(li, id, { key, amountMinor: 1 * YUAN }));
    setClockOffsetMs(46 * 24 * 60 * MINUTE_MS);
    expect(await give(li, id, { key, amountMinor: 90_000 * YUAN })).toMatchObject({
      refusal: { code: 'grant_over_limit', limit: 'grant' },
    });
    expect(await pointsOf(shop, id)).toBe(1);
  });

  test('whose first attempt gave its key back at that moment is kept within the limits too', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    await limit(shop, 200, 300);
    const key = newKey();
    const sale = { key, amountMinor: 90_000 * YUAN };
    await expect(give(unheard(manager(shop)), id, sale)).rejects.toThrow('unavailable');
    // She was made a clerk meanwhile; her first attempt is refused by the account just now.
    const demoted = clerk(shop, 'usr_manager');
    let isFirst = true;
    const racing: Context = {
      ...demoted,
      db: {
        ...demoted.db,
        async attempt(tenantId, statements) {
          if (isFirst) {
            isFirst = false;
            await give(refused(manager(shop)), id, sale);
          }
          return demoted.db.attempt(tenantId, statements);
        },
      },
    };
    await expect(give(racing, id, sale)).rejects.toThrow('unavailable');
    expect(await give(demoted, id, sale)).toMatchObject({ refusal: { code: 'grant_over_limit' } });
    expect([await pointsOf(shop, id), await used(li)]).toEqual([0, 0]);
  });

  test('under its key with another sale is refused, and what it was stays', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const key = newKey();
    must(await give(li, id, { key }));
    expect(await give(li, id, { key, amountMinor: 1 })).toEqual({
      ok: false,
      refusal: { code: 'key_reused' },
    });
    expect(await used(li)).toBe(128);
  });
});

describe('a member who closed her account', () => {
  test('is given nothing any more, and what she was given stays on the slip, whatever is sent again', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const sale = { key: newKey() };
    must(await give(li, id, sale));
    must(await closeAccount({ ctx: shop.member(id), input: { memberId: id, key: newKey() } }));
    const missing = { ok: false, refusal: { code: 'not_found' } };
    expect(await give(li, id)).toEqual(missing);
    expect(await quoteGrant({ ctx: li, input: { memberId: id, amountMinor: 100 } })).toEqual(missing);
    expect(await give(li, id, sale)).toEqual(missing);
    expect([await pointsOf(shop, id), await used(li)]).toEqual([0, 128]);
  });
});

describe('one receipt and two clerks', () => {
  test('at once: it counts once, takes one limit once, and the other is told since when', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const [li, chen] = [clerk(shop), clerk(shop, 'usr_chen')];
    const [one, other] = await Promise.all([
      give(li, id, { receipt: 'R-1' }),
      give(chen, id, { receipt: 'R-1' }),
    ]);
    const [first, second] = [must(one), must(other)];
    const told = [first, second].filter(({ countedBefore }) => countedBefore !== null);
    expect(told.length).toBe(1);
    expect([await pointsOf(shop, id), (await used(li)) + (await used(chen))]).toEqual([128, 128]);
    expect(first.grantId).toBe(second.grantId);
    expect([first.undoUntil, second.undoUntil].filter((each) => each === null).length).toBe(1);
  });

  test('once more when the day’s limit is used up: it is told as counted, not refused', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    await limit(shop, 128, 128);
    must(await give(li, id, { receipt: 'R-1' }));
    const again = await give(li, id, { receipt: 'R-1' });
    expect(again).toMatchObject({ ok: true, value: { points: 128, countedBefore: expect.any(String) } });
    expect(await pointsOf(shop, id)).toBe(128);
  });
});

describe('a sale typed while there was no network', () => {
  test('belongs to the day and the rules of when it was sold, and is refused when older than a day', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const refusals = [
      await give(li, id, { soldAt: hoursAgo(24.1) }),
      await give(li, id, { soldAt: hoursAgo(-1) }),
    ];
    expect(refusals.map((each) => !each.ok && each.refusal)).toEqual([
      { code: 'invalid_input', field: 'soldAt', reason: 'too_long_ago' },
      { code: 'invalid_input', field: 'soldAt', reason: 'in_the_future' },
    ]);
    const soldAt = hoursAgo(23.5);
    must(await give(li, id, { soldAt }));
    const day = new Date(Date.parse(soldAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const then = must(await getSlip({ ctx: li, input: { day, staffId: undefined } }));
    const today = must(await getSlip({ ctx: li, input: { day: undefined, staffId: undefined } }));
    expect([then.staff[0]?.grants, today.day > day, today.staff[0]?.grants]).toEqual([1, true, 0]);
    expect(await used(li)).toBe(128);
  });
});

describe('a visit', () => {
  const SALON = { ...PLAIN, baseRate: { numerator: 1, denominator: 2 }, visitPoints: 50 };

  test('gives its points beside the amount, and an undo takes both back', async () => {
    const shop = await openShop(SALON);
    const { id } = await join(shop);
    const li = clerk(shop);
    const service = { services: [{ id: 'facial', names: { en: 'Facial' } }] };
    const limits = { grantPoints: 2_000, dayPoints: 20_000 };
    must(
      await changeSettings({ ctx: shop.owner, input: { categories: [], ...service, limits, key: newKey() } }),
    );
    const quoted = must(
      await quoteGrant({ ctx: li, input: { memberId: id, amountMinor: 268 * YUAN, service: 'facial' } }),
    );
    const given = must(await give(li, id, { amountMinor: 268 * YUAN, service: 'facial' }));
    expect([quoted.points, quoted.availableAfterPoints, given.points, given.trace.visit]).toEqual([
      184,
      184,
      184,
      { service: 'facial', points: 50 },
    ]);
    expect(given.trace).toEqual(quoted.trace);
    const came = must(await give(li, id, { amountMinor: undefined, service: null }));
    expect([came.points, await pointsOf(shop, id)]).toEqual([50, 234]);
    for (const grantId of [given.grantId, came.grantId])
      must(await undoGrant({ ctx: li, input: { grantId: grantId ?? '', reason: null, key: newKey() } }));
    expect(await pointsOf(shop, id)).toBe(0);
    expect(await give(li, id, { service: 'massage' })).toEqual({
      ok: false,
      refusal: { code: 'invalid_input', field: 'service', reason: 'unknown' },
    });
  });
});
