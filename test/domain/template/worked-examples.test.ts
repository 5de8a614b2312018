import { describe, expect, test } from 'vitest';
import { cashFor } from '../../../src/domain/catalogue/cash-mix.ts';
import type { Industry } from '../../../src/domain/industry.ts';
import type { OrderLine } from '../../../src/domain/order.ts';
import { evaluateOrder } from '../../../src/domain/programme/evaluate.ts';
import { lotTimes } from '../../../src/domain/programme/lot-times.ts';
import { templateOf } from '../../../src/domain/template/template-of.ts';

const programmeOf = (industry: Industry) => {
  const template = templateOf(industry, { currency: 'CNY', locale: 'zh-CN' });
  const { currency, baseRate, categoryRates, visitPoints, daysUntilEntry, expiry } = template;
  return {
    version: 1,
    body: {
      currency,
      baseRate,
      categoryRates,
      ...(visitPoints && { visitPoints }),
      daysUntilEntry,
      expiry,
      clawback: 'owe' as const,
      graceDays: 7,
      openHoldsMax: 10,
    },
  };
};
const line = (amountMinor: number, category: string | null = null, lineId = '1'): OrderLine => ({
  lineId,
  category,
  amountMinor,
  quantity: 1,
});
const earned = (industry: Industry, ...lines: OrderLine[]) =>
  evaluateOrder(programmeOf(industry), lines).points;

/** What the templates' own pages promise by purchases alone; tiers, bonuses and check-ins come later. */
describe('worked examples of the templates', () => {
  test.each<[string, Industry, OrderLine[], number]>([
    ['¥128', 'clothing', [line(12_800)], 128],
    ['¥199.99 in the clearance', 'clothing', [line(19_999, '换季清仓')], 99],
    ['two clearance lines of ¥1.99', 'clothing', [line(199, '换季清仓'), line(199, '换季清仓', '2')], 1],
    ['the second of them alone', 'clothing', [line(199, '换季清仓', '2')], 0],
    ['a gift card and freight', 'clothing', [line(50_000, '礼品卡'), line(1200, '运费', '2')], 0],
    ['a treatment of ¥268', 'beauty', [line(26_800)], 134],
    ['a top-up of ¥3,000', 'beauty', [line(300_000, '储值')], 0],
    ['a course of ¥399', 'courses', [line(39_900)], 39],
    ['¥100 of anything', 'other', [line(10_000)], 50],
    ['¥100 of electronics', 'other', [line(10_000, '虚拟与电子')], 10],
    ['a car of ¥100,000', 'other', [line(10_000_000, '汽车')], 100],
  ])('%s', (_, industry, lines, points) => {
    expect(earned(industry, ...lines)).toBe(points);
  });

  test('a treatment of ¥268 that she came for: 50 beside the 134', () => {
    const { points, visit } = evaluateOrder(programmeOf('beauty'), [line(26_800)], { service: 'facial' });
    expect([points, visit]).toEqual([184, { service: 'facial', points: 50 }]);
  });

  test('a course’s points are there after 14 days', () => {
    const boughtMs = Date.parse('2026-03-01T12:00:00+08:00');
    const { body } = programmeOf('courses');
    const purchase = { occurredAtMs: boughtMs, completedAtMs: boughtMs };
    expect(lotTimes(body, purchase, 'Asia/Shanghai').availableAtMs).toBe(
      Date.parse('2026-03-15T12:00:00+08:00'),
    );
  });

  test('the watch: 5,000, or 2,000 and ¥300, or 3,333 and ¥166.70', () => {
    const watch = templateOf('clothing', { currency: 'CNY', locale: 'zh-CN' }).rewards.at(-1);
    if (!watch?.mix) throw new Error('the watch is sold for points and cash');
    const { pointsEach, mix } = watch;
    const cashPerPoint = { numerator: mix.cashMinor, denominator: pointsEach - mix.pointsMin };
    const price = { pointsEach, mix: { currency: 'CNY', pointsMin: mix.pointsMin, cashPerPoint } };
    expect([5000, 2000, 3333].map((points) => cashFor(price, points))).toEqual([0, 30_000, 16_670]);
  });
});
