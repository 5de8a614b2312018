import { describe, expect, test } from 'vitest';
import type { JournalRow, JsonObject } from '../../src/domain/journal.ts';
import { entryView } from '../../src/features/mall/entry-view.ts';
import { exactText } from '../../src/features/mall/exact-text.ts';
import { frame, NOW_MS } from './fixtures.ts';

const row = (type: JournalRow['type'], body: JsonObject, points = 99): JournalRow => ({
  epoch: 1,
  seq: 7,
  atMs: 0,
  type,
  body: { points, balanceAfter: 500, ...body },
  detail: null,
  salt: null,
  detailHash: null,
  previousHash: '',
  hash: '',
});

const line = (
  amountMinor: number,
  numerator: number,
  denominator: number,
  category: string | null = null,
) => ({
  lineId: '1',
  category,
  amountMinor,
  rate: { numerator, denominator },
  points: 0,
});

const order = (points: number, lines: JsonObject[]): JsonObject => ({
  order: { channel: 'pos', orderId: '8842', points, trace: { programmeVersion: 3, points, lines } },
});

const view = (entry: JournalRow, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  entryView(frame(locale, '/points').words, entry, 'CNY');

describe('why a movement is what it is', () => {
  test('a purchase shows its computation and what was dropped', () => {
    expect(view(row('points.earned', order(99, [line(19999, 1, 2, '清仓')])))).toEqual({
      seq: 7,
      icon: 'bought',
      atMs: 0,
      points: 99,
      balanceAfter: 500,
      label: '消费',
      subject: { text: '8842', lang: null },
      why: ['清仓 ¥199.99 × 0.5 = 99.995', '合计 99.995 → 99 积分（小数舍去）', '规则第 3 版 · 订单 8842'],
      href: null,
      boughtAtMs: null,
      pendingUntilMs: null,
    });
  });

  test.each([
    ['zh-CN', '旧会员卡 · 已收回', '店铺撤回了当时导入的名单'],
    ['en', 'Old card · taken back', 'The shop withdrew the list by which this had come in'],
  ] as const)('a list that was taken back says so, in %s', (locale, label, why) => {
    const body = { source: { kind: 'import_reversal', batchId: 'cards' }, importBatchId: 'cards', lines: 1 };
    expect(view(row('points.clawed_back', body, -99), locale)).toMatchObject({
      icon: 'taken',
      points: -99,
      label,
      subject: null,
      why: [why],
    });
  });

  test('what answering the questions gave is no change of the shop’s', () => {
    expect(view(row('points.adjusted', { reason: 'profile' }, 20))).toMatchObject({
      label: '完善资料',
      why: ['填完了“关于你”的问题'],
    });
    expect(view(row('points.adjusted', { reason: 'goodwill' }, 20))).toMatchObject({
      label: '店铺调整',
      why: ['原因：店铺心意'],
    });
  });

  test('what joining gave says so, and under which rules', () => {
    const body = { reason: 'sign_up', source: { kind: 'sign_up' }, programmeVersion: 2 };
    expect(view(row('points.earned', body, 100))).toMatchObject({
      points: 100,
      label: '入会礼',
      why: ['注册成为会员', '规则第 2 版'],
    });
  });

  test('points that cannot be spent yet say from when, until they can', () => {
    const earnedUntil = (availableAtMs: number | null) => {
      const { order: body } = order(99, [line(9900, 1, 1)]) as { order: JsonObject };
      return view(row('points.earned', { order: { ...body, availableAtMs } })).pendingUntilMs;
    };
    expect([NOW_MS + 1, NOW_MS, null].map(earnedUntil)).toEqual([NOW_MS + 1, null, null]);
  });

  test('a purchase says when it was bought, where that was an earlier day of the shop than its entry', () => {
    const { order: body } = order(99, [line(9900, 1, 1)]) as { order: JsonObject };
    const bought = (occurredAt: string | undefined) => {
      const occurredAtMs = occurredAt === undefined ? null : Date.parse(occurredAt);
      const earned = row('points.earned', { order: { ...body, occurredAtMs } });
      return view({ ...earned, atMs: Date.parse('2026-11-10T00:30:00+08:00') }).boughtAtMs;
    };
    const earlier = '2026-11-08T21:00:00+08:00';
    expect(
      [earlier, '2026-11-10T00:00:00+08:00', '2026-11-11T00:00:00+08:00', undefined].map(bought),
    ).toEqual([Date.parse(earlier), null, null, null]);
  });

  test('a redemption leads to its page, and what expired says why', () => {
    const redemption = { redemptionId: 'rdm_01k', lines: [{ names: { 'zh-CN': '帆布包' } }] };
    expect(view(row('points.redeemed', { redemption }, -500)).href).toBe('/redemptions/rdm_01k');
    expect(view(row('points.expired', {}, -5)).why).toEqual(['到了有效期还没有用掉。']);
  });

  test('several lines are summed before anything is dropped', () => {
    expect(view(row('points.earned', order(1, [line(199, 1, 2), line(199, 1, 2)]), 1), 'en').why).toEqual([
      '¥1.99 × 0.5 = 0.995',
      '¥1.99 × 0.5 = 0.995',
      'Together 1.99 → 1 point (decimals are dropped)',
      'Rules, version 3 · order 8842',
    ]);
    expect(view(row('points.earned', order(128, [line(12800, 1, 1)]), 128)).why[1]).toBe('合计 128 积分');
  });

  describe('a purchase in the shop', () => {
    const counter = (orderId: string): JsonObject => ({
      order: {
        channel: 'counter',
        orderId,
        points: 20,
        trace: { programmeVersion: 3, points: 20, lines: [line(2000, 1, 1)] },
      },
    });
    const ours = counter('9d942cc1-269e-4108-938b-488eb03c5930');

    test('without a receipt shows no number of ours', () => {
      expect(view(row('points.earned', ours))).toMatchObject({
        label: '到店消费',
        subject: null,
        why: ['¥20 × 1 = 20', '合计 20 积分', '规则第 3 版'],
      });
      expect(view(row('points.earned', ours), 'en').label).toBe('Purchase in the shop');
    });

    test('with a receipt shows its number', () => {
      expect(view(row('points.earned', counter('R-1001')))).toMatchObject({
        label: '到店消费',
        subject: { text: 'R-1001', lang: null },
        why: ['¥20 × 1 = 20', '合计 20 积分', '规则第 3 版 · 订单 R-1001'],
      });
    });

    test('that was taken back is named, without a number of ours', () => {
      expect(view(row('points.clawed_back', ours, -20))).toMatchObject({
        label: '退货收回',
        subject: { text: '到店消费', lang: 'zh-CN' },
        why: ['退货收回 20 积分（当时给了 20）', '规则第 3 版'],
      });
    });
  });

  test('a number that another channel gave is shown, whatever it looks like', () => {
    const web = order(1, [line(100, 1, 1)]).order as JsonObject;
    const number = '9d942cc1-269e-4108-938b-488eb03c5930';
    expect(view(row('points.earned', { order: { ...web, orderId: number } })).subject?.text).toBe(number);
  });

  test('a refund says what was taken and what had been given', () => {
    const taken = view(row('points.clawed_back', order(99, []), -99));
    expect([taken.label, taken.why[0]]).toEqual(['退货收回', '退货收回 99 积分（当时给了 99）']);
  });

  test('a visit says what coming gave beside the amount, and alone where nothing was paid', () => {
    const came = (points: number, lines: JsonObject[]): JsonObject => {
      const visit = { service: 'facial', points: 50 };
      const trace = { programmeVersion: 3, points, lines, visit };
      return { order: { channel: 'pos', orderId: '8842', points, trace } };
    };
    expect([
      view(row('points.earned', came(184, [line(26_800, 1, 2)]))).why.slice(0, -1),
      view(row('points.earned', came(50, [line(0, 1, 2)]))).why.slice(0, -1),
    ]).toEqual([
      ['¥268 × 0.5 = 134', '到店 50 积分', '合计 184 积分'],
      ['到店 50 积分', '合计 50 积分'],
    ]);
  });

  test('a purchase that the shop undid is no return of goods', () => {
    const body = order(99, []);
    const cancelled = { order: { ...(body.order as JsonObject), status: 'cancelled' } };
    const undone = view(row('points.clawed_back', cancelled, -99));
    expect([undone.label, undone.why[0]]).toEqual([
      '店铺撤销',
      '店铺撤销了这一笔，收回 99 积分（当时给了 99）',
    ]);
  });

  test('a redemption names its reward in the reader’s language', () => {
    const names = { 'zh-CN': '羊毛围巾', en: 'Wool scarf' };
    const body = { redemption: { redemptionId: 'rdm_01k9sd92kdm1', lines: [{ names }] } };
    expect(view(row('points.redeemed', body, -1600), 'en')).toMatchObject({
      label: 'Redeemed',
      subject: { text: 'Wool scarf', lang: 'en' },
      why: ['Order SD92KDM1', 'What expires first was used first'],
    });
  });

  test('an adjustment says its reason; one that is not known here says none', () => {
    expect(view(row('points.adjusted', { reason: 'missing_points' })).why).toEqual(['原因：补记']);
    expect(view(row('points.adjusted', { reason: 'from a later release' })).why).toEqual([]);
  });

  test('a row whose reason can’t be read still shows its points', () => {
    expect(view(row('points.earned', { order: 'garbled' }))).toMatchObject({ points: 99, why: [] });
    expect(view(row('points.expired', {}, -20))).toMatchObject({ label: '到期', points: -20 });
  });
});

test.each([
  [99_995, 1000, '99.995'],
  [1, 3, '0.333333…'],
  [1_234_567, 1, '1,234,567'],
  [0, 1, '0'],
])('the fraction %d/%d is written %s', (numerator, denominator, text) => {
  expect(exactText({ numerator: BigInt(numerator), denominator: BigInt(denominator) })).toBe(text);
});
