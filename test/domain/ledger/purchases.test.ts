import { describe, expect, test } from 'vitest';
import { decideAdjust } from '../../../src/domain/ledger/adjust.ts';
import { writeDownDue } from '../../../src/domain/ledger/due.ts';
import { decideFirstReport, decideLaterReport } from '../../../src/domain/ledger/earn-order.ts';
import { balancesOf, draftOf, type Ledger } from '../../../src/domain/ledger/ledger.ts';
import type { Purchase } from '../../../src/domain/ledger/purchase.ts';
import { decideRefund } from '../../../src/domain/ledger/refund-order.ts';
import type { Order, RefundLine } from '../../../src/domain/order.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import {
  after,
  DAY_MS,
  emptyLedger,
  line,
  NOW_MS,
  order,
  programme,
  published,
  staff,
  told,
  ZONE,
} from './world.ts';

type State = { ledger: Ledger; purchase: Purchase };

function report(
  ledger: Ledger,
  given: Partial<Order>,
  body: Programme,
  nowMs = NOW_MS,
): State & { rows: string[] } {
  const input = { order: order(given), programme: published(body), timeZone: ZONE, actor: staff };
  const decision = decideFirstReport(ledger, input, nowMs);
  if (decision.kind !== 'changed') throw new Error(JSON.stringify(decision));
  const { draft, purchase } = decision.change;
  return { ledger: after(ledger, draft), purchase, rows: told(draft) };
}

function again({ ledger, purchase }: State, given: Partial<Order>, body: Programme, nowMs = NOW_MS) {
  const input = { order: order(given), programme: published(body), timeZone: ZONE, actor: staff };
  const decision = decideLaterReport(ledger, purchase, body, input, nowMs);
  if (decision.kind !== 'changed') return { decision, ledger, purchase, rows: [] };
  const { draft, purchase: next } = decision.change;
  return { decision, ledger: after(ledger, draft), purchase: next, rows: told(draft) };
}

function refund(
  { ledger, purchase }: State,
  lines: RefundLine[],
  body: Programme,
  refundId = 'r1',
  nowMs = NOW_MS,
) {
  const decision = decideRefund(ledger, purchase, body, { refundId, lines, actor: staff }, nowMs);
  if (decision.kind !== 'changed') return { decision, ledger, purchase, rows: [], refund: null };
  const { draft, purchase: next, refund: made } = decision.change;
  return { decision, ledger: after(ledger, draft), purchase: next, rows: told(draft), refund: made };
}

function adjust(ledger: Ledger, points: number, nowMs = NOW_MS, expiresAtMs: number | null = null) {
  const input = { points, reason: 'goodwill', note: null, expiresAtMs, actor: staff };
  const decision = decideAdjust(ledger, input, nowMs);
  if (decision.kind !== 'changed') return { decision, ledger, rows: [] };
  return { decision, ledger: after(ledger, decision.change.draft), rows: told(decision.change.draft) };
}

/** The balances once everything due at that time is written down. */
function balancesAt(ledger: Ledger, nowMs: number) {
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  after(ledger, draft);
  return balancesOf(draft.totals);
}

describe('a purchase', () => {
  test('earns at once where nothing has to be waited for', () => {
    const { ledger, rows } = report(emptyLedger(), {}, programme());
    expect(rows).toEqual(['points.earned 100']);
    expect(balancesAt(ledger, NOW_MS)).toEqual({
      availablePoints: 100,
      pendingPoints: 0,
      heldPoints: 0,
      totalPoints: 100,
      debtPoints: 0,
      balancePoints: 100,
    });
  });

  test('that is paid waits for completion, and then for the days until entry', () => {
    const body = programme({ daysUntilEntry: 7, expiry: { kind: 'rolling', days: 30 } });
    const paid = report(emptyLedger(), { status: 'paid' }, body);
    expect(balancesAt(paid.ledger, NOW_MS + 400 * DAY_MS).pendingPoints).toBe(100);
    const completed = again(paid, { status: 'completed' }, body, NOW_MS + DAY_MS);
    expect(completed.purchase).toMatchObject({
      status: 'completed',
      availableAtMs: NOW_MS + 8 * DAY_MS,
      expiresAtMs: NOW_MS + 38 * DAY_MS,
    });
    const inDays = (days: number) => balancesAt(completed.ledger, NOW_MS + days * DAY_MS);
    expect([7, 8, 37, 38].map((days) => [inDays(days).pendingPoints, inDays(days).availablePoints])).toEqual([
      [100, 0],
      [0, 100],
      [0, 100],
      [0, 0],
    ]);
  });

  test('that earned nothing still has an entry that says why', () => {
    const { ledger, rows, purchase } = report(
      emptyLedger(),
      { lines: [line({ amountMinor: 99 })] },
      programme(),
    );
    expect(rows).toEqual(['points.earned 0']);
    expect([ledger.lots, purchase.lotId]).toEqual([[], null]);
  });

  test('reported twice, late or out of order has its effect once', () => {
    const body = programme();
    const first = report(emptyLedger(), {}, body);
    expect(again(first, {}, body).decision).toMatchObject({ kind: 'unchanged', seq: 1 });
    expect(again(first, { status: 'paid' }, body).decision.kind).toBe('unchanged');
    const cancelled = again(first, { status: 'cancelled' }, body);
    expect(cancelled.rows).toEqual(['points.clawed_back -100']);
    expect(again(cancelled, { status: 'completed' }, body).decision.kind).toBe('unchanged');
  });

  test('with other content is refused', () => {
    const body = programme();
    const first = report(emptyLedger(), {}, body);
    const other = again(first, { lines: [line({ amountMinor: 1 })] }, body);
    expect(other.decision).toEqual({ kind: 'refused', refusal: { code: 'order_changed', field: 'lines' } });
    expect(again(first, { currency: 'JPY' }, body).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'order_changed', field: 'currency' },
    });
  });

  test.each([
    ['an amount that is negative', { lines: [line({ amountMinor: -1 })] }, 'lines', 'not_an_amount'],
    ['an amount that is fractional', { lines: [line({ amountMinor: 0.5 })] }, 'lines', 'not_an_amount'],
    ['an amount that is unsafe', { lines: [line({ amountMinor: 2 ** 53 })] }, 'lines', 'not_an_amount'],
    ['no lines', { lines: [] }, 'lines', 'empty'],
    ['a line named twice', { lines: [line(), line()] }, 'lines', 'line_named_twice'],
    ['a time in the future', { occurredAtMs: NOW_MS + DAY_MS }, 'occurredAt', 'in_the_future'],
    ['no order id', { orderId: '' }, 'orderId', 'not_a_name'],
  ])('with %s is refused', (_, given, field, reason) => {
    const input = { order: order(given), programme: published(programme()), timeZone: ZONE, actor: staff };
    expect(decideFirstReport(emptyLedger(), input, NOW_MS)).toEqual({
      kind: 'refused',
      refusal: { code: 'invalid_input', field, reason },
    });
  });
});

describe('a refund', () => {
  const half = programme({ baseRate: { numerator: 1, denominator: 2 } });
  const two = [line({ lineId: 'a', amountMinor: 199 }), line({ lineId: 'b', amountMinor: 199 })];
  const refundOf = (lineId: string, amountMinor = 199): RefundLine[] => [{ lineId, amountMinor }];

  test('of the first of two lines that earned 1 together takes 1, of the second 0', () => {
    const bought = report(emptyLedger(), { lines: two }, half);
    const first = refund(bought, refundOf('a'), half);
    const second = refund(first, refundOf('b'), half, 'r2');
    expect([first.refund?.takenPoints, second.refund?.takenPoints]).toEqual([1, 0]);
    expect(second.rows).toEqual(['order.updated']);
    expect(balancesAt(second.ledger, NOW_MS).balancePoints).toBe(0);
  });

  test('sent twice takes once; the same id with other lines is refused', () => {
    const bought = report(emptyLedger(), { lines: two }, half);
    const first = refund(bought, refundOf('a'), half);
    expect(refund(first, refundOf('a'), half).decision).toMatchObject({ kind: 'unchanged', seq: 2 });
    expect(refund(first, refundOf('b'), half).decision).toMatchObject({ refusal: { code: 'order_changed' } });
  });

  test('of more than is left of a line is refused, and says what is left', () => {
    const bought = report(emptyLedger(), { lines: two }, half);
    const first = refund(bought, refundOf('a', 100), half);
    expect(refund(first, refundOf('a', 100), half, 'r2').decision).toEqual({
      kind: 'refused',
      refusal: { code: 'refund_exceeds_line', lineId: 'a', remainingMinor: 99 },
    });
  });

  test('takes its own lot first, then others by expiry, then owes the rest', () => {
    const body = programme();
    const spentSome = adjust(report(emptyLedger(), {}, body).ledger, -90).ledger;
    const bought = { ledger: spentSome, purchase: report(emptyLedger(), {}, body).purchase };
    const later = adjust(adjust(bought.ledger, 20).ledger, 30, NOW_MS, NOW_MS + DAY_MS).ledger;
    const done = refund({ ...bought, ledger: later }, refundOf('l1', 10_000), body);
    expect(done.refund).toMatchObject({
      takenPoints: 60,
      lapsedPoints: 0,
      owedPoints: 40,
      writtenOffPoints: 0,
    });
    expect(done.rows).toEqual(['points.clawed_back -100']);
    expect(balancesAt(done.ledger, NOW_MS)).toMatchObject({
      availablePoints: -40,
      debtPoints: 40,
      balancePoints: -40,
    });
  });

  test('of spent points is written off with an entry where the shop says so', () => {
    const body = programme({ clawback: 'write_off' });
    const first = report(emptyLedger(), {}, body);
    const spent = { ...first, ledger: adjust(first.ledger, -70).ledger };
    const done = refund(spent, refundOf('l1', 10_000), body);
    expect(done.rows).toEqual(['points.clawed_back -100', 'points.written_off 70']);
    expect(balancesAt(done.ledger, NOW_MS)).toMatchObject({ availablePoints: 0, debtPoints: 0 });
  });

  test('after the points expired unspent takes nothing a second time', () => {
    const body = programme({ expiry: { kind: 'rolling', days: 10 } });
    const first = report(emptyLedger(), {}, body);
    const later = refund(first, refundOf('l1', 10_000), body, 'r1', NOW_MS + 20 * DAY_MS);
    expect(later.rows).toEqual(['points.expired -100', 'points.clawed_back 0']);
    expect(later.refund).toMatchObject({ takenPoints: 0, lapsedPoints: 100, owedPoints: 0 });
    expect(balancesAt(later.ledger, NOW_MS + 20 * DAY_MS).balancePoints).toBe(0);
  });

  test('of a purchase still waiting takes from what is pending', () => {
    const body = programme({ daysUntilEntry: 7 });
    const first = report(emptyLedger(), {}, body);
    const done = refund(first, refundOf('l1', 4_000), body);
    expect(balancesAt(done.ledger, NOW_MS)).toMatchObject({ pendingPoints: 60, availablePoints: 0 });
  });
});

describe('debt', () => {
  const indebted = emptyLedger({
    totals: { balancePoints: -60, debtPoints: 60, heldPoints: 0, pendingPoints: 0 },
  });

  test('is repaid from the next earning, which the balance does not notice twice', () => {
    const { ledger, rows } = report(indebted, {}, programme());
    expect(rows).toEqual(['points.earned 100', 'debt.settled 60']);
    expect(balancesAt(ledger, NOW_MS)).toMatchObject({
      availablePoints: 40,
      debtPoints: 0,
      balancePoints: 40,
    });
  });

  test('waits until pending points mature', () => {
    const { ledger } = report(indebted, {}, programme({ daysUntilEntry: 7 }));
    expect(balancesAt(ledger, NOW_MS)).toMatchObject({
      availablePoints: -60,
      pendingPoints: 100,
      totalPoints: 40,
    });
    expect(balancesAt(ledger, NOW_MS + 7 * DAY_MS)).toMatchObject({ availablePoints: 40, debtPoints: 0 });
  });

  test('is paid by points that mature and expire while nobody looks, in the order of time', () => {
    const body = programme({ daysUntilEntry: 7, expiry: { kind: 'rolling', days: 1 } });
    const { ledger } = report(indebted, {}, body);
    expect(balancesAt(ledger, NOW_MS + 30 * DAY_MS)).toMatchObject({ debtPoints: 0, balancePoints: 0 });
  });

  test('leaves nothing to spend', () => {
    expect(adjust(indebted, -1).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'insufficient_points', missingPoints: 61, availablePoints: -60 },
    });
  });
});

describe('an adjustment', () => {
  test.each([0, 0.5, Number.NaN, 2 ** 53, 1_000_000_000_001])('of %d points is refused', (points) => {
    expect(adjust(emptyLedger(), points).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'invalid_input', field: 'points', reason: 'not_points' },
    });
  });

  test('spends what expires first, and history that expired long ago expires with an entry', () => {
    const soon = adjust(emptyLedger(), 10, NOW_MS, NOW_MS + DAY_MS).ledger;
    const both = adjust(soon, 10, NOW_MS).ledger;
    const spent = adjust(both, -15).ledger;
    expect(spent.lots.map((lot) => lot.remainingPoints)).toEqual([0, 5]);
    const old = report(
      emptyLedger(),
      { occurredAtMs: NOW_MS - 800 * DAY_MS },
      programme({ expiry: { kind: 'end_of_next_year' } }),
    );
    expect(old.rows).toEqual(['points.earned 100', 'points.expired -100']);
  });
});
