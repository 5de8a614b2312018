import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { accountClient } from '../../src/account/client.ts';
import { newId } from '../../src/lib/ids.ts';
import { refundOf, staff } from './every-command.ts';
import { DAY_MS, done, earn, openAccount, order, programme, refusalOf, ZONE } from './world.ts';

describe('an account', () => {
  test('that was never opened answers so and stays empty', async () => {
    const tenantId = newId('ten');
    const account = accountClient({ namespace: env.ACCOUNT, tenantId, region: null }).of(newId('mem'));
    const answers = [
      await account.overview(),
      await account.adjust({ ...staff(), points: 1, reason: 'x', note: null, expiresAtMs: null }),
      await account.exportState(),
      await account.touch(),
      await account.confirmProjected({ epoch: 1, fromSeq: 1, toSeq: 1 }),
    ];
    expect(answers).toEqual(answers.map(() => ({ ok: false, refusal: { code: 'not_open' } })));
  });

  test('addressed under another name looks as if it were missing', async () => {
    const { stub, memberId } = await openAccount();
    const answer = await stub.overview({ tenantId: newId('ten'), memberId });
    expect(answer).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });

  test('opens once; the zone must be one', async () => {
    const shop = await openAccount();
    expect(await shop.account.open({ epoch: 1, timeZone: ZONE })).toMatchObject({ ok: true, replayed: true });
    expect(refusalOf(await shop.account.open({ epoch: 2, timeZone: ZONE }))).toMatchObject({
      code: 'invalid_input',
    });
    expect(refusalOf(await shop.account.open({ epoch: 1, timeZone: 'Mars/Olympus' }))).toEqual({
      code: 'invalid_input',
      field: 'timeZone',
      reason: 'not_a_time_zone',
    });
  });

  test('earns under the version that granted, even when a refund comes under another', async () => {
    const shop = await openAccount();
    await earn(shop, { orderId: 'o1' }, programme({ baseRate: { numerator: 1, denominator: 2 } }));
    const later = {
      ...staff(),
      order: order({ orderId: 'o1' }),
      programme: programme({}, 2),
      timeZone: ZONE,
    };
    expect(done(await shop.account.earnOrder(later))).toMatchObject({
      points: 50,
      trace: { programmeVersion: 1 },
    });
    expect(done(await shop.account.refundOrder({ ...staff(), ...refundOf('r1') }))).toMatchObject({
      takenPoints: 25,
    });
  });

  test('shows what expires, what matures and what waits', async () => {
    const shop = await openAccount();
    const nowMs = Date.now();
    const give = (points: number, expiresAtMs: number | null) =>
      shop.account.adjust({ ...staff(), points, reason: 'gift', note: null, expiresAtMs });
    done(await give(10, nowMs + DAY_MS));
    done(await give(20, nowMs + 2 * DAY_MS));
    done(await give(5, nowMs + DAY_MS));
    done(await give(40, null));
    await earn(shop, { status: 'paid' });
    const matures = await earn(shop, {}, programme({ daysUntilEntry: 7 }));
    done(await give(-12, null));
    expect(done(await shop.account.overview())).toMatchObject({
      balances: { availablePoints: 63, pendingPoints: 200, totalPoints: 263, balancePoints: 263 },
      expiries: [
        { expiresAtMs: nowMs + DAY_MS, points: 3 },
        { expiresAtMs: nowMs + 2 * DAY_MS, points: 20 },
        { expiresAtMs: null, points: 40 },
      ],
      maturities: [
        { availableAtMs: matures.availableAtMs, points: 100 },
        { availableAtMs: null, points: 100 },
      ],
    });
  });
});
