import { beforeAll, describe, expect, test } from 'vitest';
import { POINTS_ICON_PATHS } from '../../src/domain/design/points-icon.ts';
import type { RewardWithStock } from '../../src/features/catalogue/get-reward.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { findMemberByExternalId } from '../../src/features/members/find-member.ts';
import { openWidget, type Widget } from './widget-world.ts';
import { ADDRESS, HALVED, must, newKey, openShop, order, shelve } from './world.ts';

/** A customer of the site with points, given by staff. */
async function customer(widget: Widget, sub: string, points: number) {
  const signedIn = await widget.signedIn(sub);
  const { memberId } = signedIn;
  const input = { memberId, points, reason: 'event' as const, note: null, key: newKey() };
  if (points > 0) must(await adjustPoints({ ctx: widget.shop.owner, input }));
  return signedIn;
}

const seen = ({ reward }: RewardWithStock) => ({
  rewardId: reward.id,
  priceVersion: reward.published?.current.priceVersion ?? 0,
  pointsEach: reward.published?.current.pointsEach ?? 0,
});

describe('the mall as the widget draws it', () => {
  test('is the published one, in the language that was asked for, with addresses that work elsewhere', async () => {
    const widget = await openWidget(await openShop(HALVED));
    const { slug, name } = widget.shop.tenant;
    const reward = await shelve(widget.shop, { marketPriceMinor: 5200, limitPerMember: 2 });
    const { status, body } = await widget.ask('/mall?locale=en');
    const colours = { light: expect.any(Object), dark: expect.any(Object) };
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        mall: { slug, name, nameLocale: 'zh-CN', url: `http://${slug}.localhost:8787/` },
        locale: 'en',
        timeZone: 'Asia/Shanghai',
        currency: 'CNY',
        pointsName: { one: 'point', other: 'points' },
        pointsIcon: POINTS_ICON_PATHS.star,
        theme: { layout: 'editorial', heading: 'serif', cornerPixels: 0, ...colours },
        earning: { amountMinor: 200, amount: expect.stringContaining('2'), points: 1, pointsText: '1 point' },
        country: 'CN',
        ways: [{ value: 'send', name: 'Shipped to you', line: null }],
        rewards: [
          {
            id: reward.reward.id,
            name: 'Tableware set',
            nameLocale: 'en',
            pictureUrl: null,
            points: 500,
            mix: null,
            voucher: null,
            mixPrice: null,
            shippingFeeMinor: 0,
            sentLine: 'Shipped to you, with tracking',
            priceVersion: 1,
            band: 'in',
            stockWord: null,
            startsAt: null,
            endsAt: null,
            marketPriceMinor: 5200,
            marketPrice: expect.stringContaining('52'),
            limitPerMember: 2,
            path: `/rewards/${reward.reward.id}`,
          },
        ],
      },
    });
    const theme = body.theme as Record<'light' | 'dark', Record<string, string>>;
    expect(Object.values({ ...theme.light, ...theme.dark }).join()).toMatch(/^#[\dA-F]{6}(,#[\dA-F]{6})+$/i);
    expect((await widget.ask('/mall?locale=zh-TW')).body).toMatchObject({
      locale: 'zh-TW',
      pointsName: { other: '點數' },
      rewards: [{ name: '餐具两件套', nameLocale: 'zh-CN' }],
    });
  });

  test('may be kept half a minute by anyone, what is a person’s by nobody', async () => {
    const widget = await openWidget();
    const { bearer } = await widget.signedIn();
    expect((await widget.send('/mall')).headers.get('cache-control')).toBe('public, max-age=30');
    expect((await widget.send('/me', { bearer })).headers.get('cache-control')).toBe('no-store');
  });

  test('says nothing of earning where purchases earn nothing', async () => {
    const widget = await openWidget(await openShop(null));
    expect((await widget.ask('/mall')).body).toMatchObject({ earning: null, rewards: [] });
  });
});

describe('a customer’s own figures', () => {
  let widget: Widget;
  let cheap: RewardWithStock;
  let dear: RewardWithStock;
  beforeAll(async () => {
    widget = await openWidget();
    cheap = await shelve(widget.shop, { pointsEach: 100, limitPerMember: 1 });
    dear = await shelve(widget.shop, { pointsEach: 900 });
    await shelve(widget.shop, { pointsEach: 2000 });
  });

  test('are her account’s, with what they buy now and what comes next', async () => {
    const { bearer } = await customer(widget, 'figures', 850);
    expect(await widget.ask('/me', { bearer })).toEqual({
      status: 200,
      body: {
        balances: {
          availablePoints: 850,
          pendingPoints: 0,
          heldPoints: 0,
          totalPoints: 850,
          debtPoints: 0,
          balancePoints: 850,
        },
        nextExpiry: null,
        toRedeem: [cheap.reward.id],
        toCombine: [],
        atLimit: [],
        progress: { rewardId: dear.reward.id, missingPoints: 50 },
        lastAddress: null,
        openRedemptions: 0,
      },
    });
  });

  test('after a redemption know the address, count what is open and offer nothing beyond its limit', async () => {
    const { bearer } = await customer(widget, 'after', 850);
    const json = { ...seen(cheap), delivery: ADDRESS };
    expect((await widget.ask('/me/redemptions', { bearer, json })).status).toBe(201);
    await widget.shop.settle();
    expect((await widget.ask('/me', { bearer })).body).toMatchObject({
      balances: { availablePoints: 750 },
      toRedeem: [],
      atLimit: [cheap.reward.id],
      progress: { rewardId: dear.reward.id, missingPoints: 150 },
      lastAddress: ADDRESS,
      openRedemptions: 1,
    });
  });

  test('are listed with reasons, newest first, page by page', async () => {
    const { bearer } = await widget.signedIn('reasons');
    for (const orderId of ['A-1', 'A-2', 'A-3']) {
      const reported = order({ externalId: 'reasons' }, { orderId });
      expect((await widget.shop.api('POST', '/orders', reported)).status).toBe(200);
    }
    const first = await widget.ask('/me/entries?limit=2&locale=en', { bearer });
    const items = first.body.items as Record<string, unknown>[];
    expect(items[0]).toEqual({
      seq: expect.any(Number),
      at: expect.any(String),
      points: 100,
      balanceAfter: 300,
      label: expect.any(String),
      subject: { text: 'A-3', locale: null },
      why: expect.arrayContaining([expect.stringContaining('100')]),
    });
    const second = await widget.ask(`/me/entries?limit=2&cursor=${first.body.nextCursor}`, { bearer });
    const shown = [...items, ...(second.body.items as Record<string, unknown>[])];
    expect(shown.map(({ subject }) => (subject as { text: string }).text)).toEqual(['A-3', 'A-2', 'A-1']);
    expect(second.body.nextCursor).toBe(null);
    const made = await widget.ask('/me/entries?cursor=made-up', { bearer });
    expect([made.status, made.body.code]).toEqual([400, 'invalid-input']);
  });
});

describe('redeeming from the widget', () => {
  let widget: Widget;
  let reward: RewardWithStock;
  beforeAll(async () => {
    widget = await openWidget();
    reward = await shelve(widget.shop);
  });
  const redeem = (bearer: string, json: object, key = newKey()) =>
    widget.ask('/me/redemptions?locale=en', { bearer, json, key });
  const wanted = () => ({ ...seen(reward), delivery: ADDRESS });

  test('takes the points, and the same key gives the same redemption again', async () => {
    const { bearer, memberId } = await customer(widget, 'redeems', 800);
    const key = newKey();
    const first = await redeem(bearer, wanted(), key);
    expect(first).toEqual({
      status: 201,
      body: {
        id: expect.stringMatching(/^rdm_/),
        number: expect.stringMatching(/^\w{8}$/),
        state: expect.stringMatching(/^(committing|confirmed)$/),
        label: expect.any(String),
        name: 'Tableware set',
        nameLocale: 'en',
        quantity: 1,
        points: 500,
        createdAt: expect.any(String),
        undoneBecause: null,
        voucher: null,
        next: [expect.stringContaining('packs it'), expect.stringContaining('tracking')],
        path: `/redemptions/${first.body.id}`,
      },
    });
    const again = await redeem(bearer, wanted(), key);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    const read = await widget.ask(`/me/redemptions/${first.body.id}`, { bearer });
    expect(read).toMatchObject({ status: 200, body: { id: first.body.id, points: 500 } });
    const { body } = await widget.shop.api('GET', `/members/${memberId}/balance`);
    expect(body.availablePoints).toBe(300);
  });

  test('twenty times at once with points for one takes one', async () => {
    const { bearer } = await customer(widget, 'crowd', 500);
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(bearer, wanted())));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(
      new Set(['insufficient-points']),
    );
  });

  test('is refused in words, and nothing is taken', async () => {
    const { bearer, memberId } = await customer(widget, 'refused', 400);
    expect(await redeem(bearer, wanted())).toMatchObject({
      status: 409,
      body: {
        code: 'insufficient-points',
        missingPoints: 100,
        detail: '100 points short. Nothing was taken',
      },
    });
    expect(await redeem(bearer, { ...wanted(), pointsEach: 1 })).toMatchObject({
      status: 409,
      body: { code: 'price-changed', pointsEach: 500 },
    });
    expect(await redeem(bearer, { ...wanted(), rewardId: 'rwd_nobody' })).toMatchObject({ status: 404 });
    const { body } = await widget.shop.api('GET', `/members/${memberId}/balance`);
    expect([body.availablePoints, body.heldPoints]).toEqual([400, 0]);
  });

  test('needs a key, and an address that a parcel could reach', async () => {
    const { bearer } = await customer(widget, 'address', 800);
    const keyless = await widget.ask('/me/redemptions', { bearer, json: wanted(), key: '' });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
    for (const delivery of [
      null,
      {},
      { ...ADDRESS, phone: 'call me' },
      { ...ADDRESS, country: 'China' },
      { ...ADDRESS, recipientName: 'a\u0000b' },
      { ...ADDRESS, note: 'more' },
    ]) {
      const { status, body } = await redeem(bearer, { ...wanted(), delivery });
      expect([delivery, status, body.code]).toEqual([delivery, 400, 'invalid-input']);
    }
  });

  test('shows a member her own redemptions alone: another’s are as missing as none', async () => {
    const [mine, theirs] = [await customer(widget, 'mine', 500), await customer(widget, 'theirs', 0)];
    const { body } = await redeem(mine.bearer, wanted());
    const [foreign, missing] = await Promise.all(
      [body.id, 'rdm_nobody'].map((id) => widget.ask(`/me/redemptions/${id}`, { bearer: theirs.bearer })),
    );
    expect({ ...foreign?.body, instance: '' }).toEqual({ ...missing?.body, instance: '' });
    expect(foreign?.status).toBe(404);
  });
});

test('points that waited for a customer are hers when she first signs in', async () => {
  const widget = await openWidget();
  await widget.shop.api('POST', '/orders', order({ externalId: 'waited' }));
  const { bearer, memberId } = await widget.signedIn('waited');
  expect((await widget.ask('/me', { bearer })).body).toMatchObject({ balances: { availablePoints: 100 } });
  const found = await findMemberByExternalId({ ctx: widget.shop.owner, input: { externalId: 'waited' } });
  expect(must(found).id).toBe(memberId);
});

test('a coupon is redeemed on the site itself: no address is asked for, and the answer has its code', async () => {
  const widget = await openWidget();
  const reward = await shelve(widget.shop, {
    kind: 'coupon',
    coupon: { faceMinor: 3_000, minimumSpendMinor: 15_000 },
    validDays: 30,
    units: null,
  });
  const listed = (await widget.ask('/mall?locale=en')).body.rewards as { voucher: object }[];
  expect(listed[0]?.voucher).toEqual({
    worth: expect.stringContaining('off'),
    validity: 'Valid for 30 days after redeeming',
  });
  const { bearer } = await customer(widget, 'coupons', 600);
  const { status, body } = await widget.ask('/me/redemptions?locale=en', { bearer, json: seen(reward) });
  expect([status, body.state]).toEqual([201, 'issued']);
  const { code, validity } = body.voucher as { code: string; validity: string };
  expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{8}$/);
  expect(validity).toContain('Valid until');
  const again = await widget.ask(`/me/redemptions/${String(body.id)}?locale=en`, { bearer });
  expect(again.body.voucher).toEqual(body.voucher);
});
