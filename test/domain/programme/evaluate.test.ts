import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrderLine } from '../../../src/domain/order.ts';
import { clawbackDue } from '../../../src/domain/programme/clawback.ts';
import { earnsTooMuch, evaluateOrder } from '../../../src/domain/programme/evaluate.ts';
import type { Programme, Rational } from '../../../src/domain/programme/programme.ts';
import { line, programme } from '../ledger/world.ts';

const rate = (numerator: number, denominator: number): Rational => ({ numerator, denominator });
const pointsOf = (body: Programme, ...lines: OrderLine[]) =>
  evaluateOrder({ version: 1, body }, lines).points;

describe('an order earns the exact sum of its lines, floored once', () => {
  test.each([
    ['¥199.99 at 50%', 19_999, rate(1, 2), 99],
    ['¥199.99 at 10%', 19_999, rate(1, 10), 19],
    ['¥1.99 at 50%', 199, rate(1, 2), 0],
    ['¥159,999.99 at 0.1%', 15_999_999, rate(1, 1000), 159],
    ['¥4.35 at 100 per ¥, where floats say 434', 435, rate(100, 1), 435],
    ['¥128 at 1', 12_800, rate(1, 1), 128],
    ['¥150 at 1', 15_000, rate(1, 1), 150],
    ['¥159 at 2', 15_900, rate(2, 1), 318],
    ['¥268 at 0.5', 26_800, rate(1, 2), 134],
    ['¥399 at ¥10 = 1', 39_900, rate(1, 10), 39],
    ['¥3,000 top-up at 0', 300_000, rate(0, 1), 0],
    ['a third of ¥1 three times over', 300, rate(1, 3), 1],
  ])('%s', (_, amountMinor, baseRate, points) => {
    expect(pointsOf(programme({ baseRate }), line({ amountMinor }))).toBe(points);
  });

  test.each([
    ['JPY has no decimals', 'JPY', 500, 500],
    ['CNY has two', 'CNY', 500, 5],
    ['KWD has three', 'KWD', 5_000, 5],
  ])('%s', (_, currency, amountMinor, points) => {
    expect(pointsOf(programme({ currency }), line({ amountMinor }))).toBe(points);
  });

  test('each category earns its own rate, and the trace says which', () => {
    const body = programme({ categoryRates: [{ category: 'clearance', rate: rate(1, 2) }] });
    const lines = [
      line({ lineId: 'a', amountMinor: 199, category: 'clearance' }),
      line({ lineId: 'b', amountMinor: 199, category: 'clearance' }),
      line({ lineId: 'c', amountMinor: 1_000 }),
    ];
    expect(evaluateOrder({ version: 7, body }, lines)).toEqual({
      programmeVersion: 7,
      lines: [
        { lineId: 'a', category: 'clearance', amountMinor: 199, rate: rate(1, 2), points: 0 },
        { lineId: 'b', category: 'clearance', amountMinor: 199, rate: rate(1, 2), points: 1 },
        { lineId: 'c', category: null, amountMinor: 1_000, rate: rate(1, 1), points: 10 },
      ],
      points: 11,
    });
  });

  test('what earns more than one command may move is found before it is evaluated', () => {
    const body = programme({ baseRate: rate(1_000_000, 1) });
    expect(earnsTooMuch(body, [line({ amountMinor: 10_000_000_000_000 })])).toBe(true);
    expect(earnsTooMuch(body, [line({ amountMinor: 100 })])).toBe(false);
  });
});

const someLines = fc
  .array(fc.record({ amountMinor: fc.integer({ min: 0, max: 1_000_000 }), clearance: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) =>
    parts.map((part, index) =>
      line({
        lineId: `l${index}`,
        amountMinor: part.amountMinor,
        category: part.clearance ? 'clearance' : null,
      }),
    ),
  );
const someRate = fc.record({
  numerator: fc.integer({ min: 0, max: 1000 }),
  denominator: fc.integer({ min: 1, max: 1000 }),
});

describe('clawback', () => {
  test('two lines of ¥1.99 at 0.5 earn 1; returning the first takes it, the second nothing more', () => {
    const body = programme({ baseRate: rate(1, 2) });
    const second = line({ lineId: 'b', amountMinor: 199 });
    const before = { grantedPoints: 1, programme: { version: 1, body } };
    expect(clawbackDue({ ...before, clawedBackPoints: 0, remainingLines: [second] })).toBe(1);
    expect(clawbackDue({ ...before, clawedBackPoints: 1, remainingLines: [] })).toBe(0);
  });

  test('shares add up to the points, and refunds line by line take exactly what was granted', () => {
    fc.assert(
      fc.property(
        someLines,
        someRate,
        someRate,
        fc.infiniteStream(fc.nat()),
        (lines, baseRate, other, order) => {
          const body = programme({ baseRate, categoryRates: [{ category: 'clearance', rate: other }] });
          const trace = evaluateOrder({ version: 1, body }, lines);
          expect(trace.lines.reduce((sum, share) => sum + share.points, 0)).toBe(trace.points);
          let remainingLines = lines;
          let clawedBackPoints = 0;
          while (remainingLines.length > 0) {
            const gone = Number(order.next().value) % remainingLines.length;
            remainingLines = remainingLines.filter((_, index) => index !== gone);
            const purchase = { grantedPoints: trace.points, programme: { version: 1, body } };
            const due = clawbackDue({ ...purchase, clawedBackPoints, remainingLines });
            clawedBackPoints += due;
            expect(due).toBeGreaterThanOrEqual(0);
            expect(trace.points - clawedBackPoints).toBe(pointsOf(body, ...remainingLines));
          }
          expect(clawedBackPoints).toBe(trace.points);
        },
      ),
    );
  });
});
