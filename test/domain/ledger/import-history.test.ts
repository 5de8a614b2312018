import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/domain/journal.ts';
import { decideAdjust } from '../../../src/domain/ledger/adjust.ts';
import { decideImport, type ImportLine, isGain } from '../../../src/domain/ledger/import-history.ts';
import { availablePoints, type Ledger } from '../../../src/domain/ledger/ledger.ts';
import { after, DAY_MS, emptyLedger, NOW_MS, staff, told } from './world.ts';

let names = 0;
function line(given: Partial<ImportLine> = {}): ImportLine {
  names += 1;
  return {
    lineId: `line ${names}`,
    movement: 'earned',
    points: 100,
    occurredAtMs: NOW_MS - 300 * DAY_MS,
    availableAtMs: null,
    expiresAtMs: null,
    note: null,
    ...given,
  };
}

const ago = (days: number) => ({ occurredAtMs: NOW_MS - days * DAY_MS });

type Known = ReadonlyMap<string, JsonObject>;

function decide(lines: ImportLine[], ledger = emptyLedger(), entries: Known = new Map()) {
  const known = ({ lineId }: ImportLine) => entries.get(lineId) ?? null;
  return decideImport(ledger, { batchId: 'cards', lines, actor: staff }, { known, nowMs: NOW_MS });
}

function imported(lines: ImportLine[], ledger = emptyLedger(), known: Known = new Map()) {
  const decision = decide(lines, ledger, known);
  if (decision.kind !== 'changed') throw new Error(JSON.stringify(decision));
  return { ...decision.change, after: after(ledger, decision.change.draft) };
}

/** What the journal holds of a line that had its effect. */
function knownBy(first: ImportLine): Known {
  const body = imported([first]).draft.facts.at(-1)?.body;
  return new Map(body === undefined ? [] : [[first.lineId, body]]);
}

describe('a list of what happened elsewhere', () => {
  test('gives lots with dates of their own, and takes what was spent and what ended from them', () => {
    const lines = [
      line({ movement: 'expired', points: 20, ...ago(90) }),
      line({ movement: 'balance', points: 300, ...ago(330), expiresAtMs: NOW_MS + 40 * DAY_MS }),
      line({ points: 80, ...ago(200), expiresAtMs: NOW_MS - 90 * DAY_MS }),
      line({ movement: 'redeemed', points: 60, ...ago(100) }),
    ];
    const { draft, claims, after: ledger } = imported(lines);
    expect(told(draft)).toEqual([
      'points.earned 300',
      'points.earned 80',
      'points.redeemed -60',
      'points.expired -20',
    ]);
    expect(draft.facts.map(({ body }) => (NOW_MS - Number(body.occurredAtMs)) / DAY_MS)).toEqual([
      330, 200, 100, 90,
    ]);
    expect(ledger.lots.map((lot) => [lot.remainingPoints, lot.lapsedPoints])).toEqual([
      [300, 0],
      [0, 20],
    ]);
    expect(claims.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test('ends at once what had ended by now, with an entry for it', () => {
    const { draft, after: ledger } = imported([line({ expiresAtMs: NOW_MS - DAY_MS })]);
    expect(told(draft)).toEqual(['points.earned 100', 'points.expired -100']);
    expect(ledger.totals.balancePoints).toBe(0);
  });

  test('keeps waiting what can be spent only later', () => {
    const { after: ledger } = imported([line({ ...ago(3), availableAtMs: NOW_MS + 4 * DAY_MS })]);
    expect([ledger.totals.pendingPoints, availablePoints(ledger.totals)]).toEqual([100, 0]);
  });

  test('leaves alone what she has here: a list can’t take more than it gave', () => {
    const given = decideAdjust(
      emptyLedger(),
      { points: 500, reason: 'event', note: null, expiresAtMs: null, actor: staff },
      NOW_MS,
    );
    if (given.kind !== 'changed') throw new Error('adjusted');
    const ledger = after(emptyLedger(), given.change.draft);
    const overdrawn = [line({ points: 50 }), line({ movement: 'redeemed', points: 51, ...ago(1) })];
    expect(decide(overdrawn, ledger)).toMatchObject({ refusal: { reason: 'more_taken_than_given' } });
    const before = [line({ ...ago(5) }), line({ movement: 'redeemed', points: 1, ...ago(6) })];
    expect(decide(before, ledger)).toMatchObject({ refusal: { reason: 'more_taken_than_given' } });
  });

  test('pays what she owes', () => {
    const owing: Ledger = emptyLedger({
      totals: { balancePoints: -60, debtPoints: 60, heldPoints: 0, pendingPoints: 0 },
    });
    const { draft, after: ledger } = imported([line({ points: 100 })], owing);
    expect(told(draft)).toEqual(['points.earned 100', 'debt.settled 60']);
    expect(availablePoints(ledger.totals)).toBe(40);
  });

  test('pays what she owes with nothing that had ended', () => {
    const owing: Ledger = emptyLedger({
      totals: { balancePoints: -60, debtPoints: 60, heldPoints: 0, pendingPoints: 0 },
    });
    const { draft, after: ledger } = imported([line({ expiresAtMs: NOW_MS - DAY_MS })], owing);
    expect(told(draft)).toEqual(['points.earned 100', 'points.expired -100']);
    expect(ledger.totals.debtPoints).toBe(60);
  });

  test('leaves out the lines that have had their effect, whatever their note says now', () => {
    const [first, second] = [line({ lineId: 'a', note: 'card 12' }), line({ lineId: 'b' })];
    const { claims } = imported([{ ...first, note: null }, second], emptyLedger(), knownBy(first));
    expect(claims).toEqual([{ naturalKey: 'import:["cards","b"]', seq: 1 }]);
  });

  test.each([
    ['points', { points: 230 }],
    ['day', ago(299)],
    ['end', { expiresAtMs: NOW_MS + DAY_MS }],
    ['kind', { movement: 'redeemed' as const }],
  ])('refuses a line whose %s differs from what had its effect under its name', (_, change) => {
    const first = line();
    const decision = decide([{ ...first, ...change }, line()], emptyLedger(), knownBy(first));
    expect(decision).toEqual({ kind: 'refused', refusal: { code: 'key_reused' } });
  });
});

test.each([
  ['no lines', []],
  ['too many lines', Array.from({ length: 101 }, () => line())],
  ['a line named twice', [line({ lineId: 'a' }), line({ lineId: 'a' })]],
  ['a day that has not come', [line({ occurredAtMs: NOW_MS + 1 })]],
  ['an end before the beginning', [line({ expiresAtMs: NOW_MS - 301 * DAY_MS })]],
  ['half a point', [line({ points: 0.5 })]],
  ['points below zero', [line({ points: -1 })]],
  ['more than an account holds', Array.from({ length: 100 }, () => line({ points: 1e12 })).concat(line())],
  ['an end of what was spent', [line(), line({ movement: 'redeemed', points: 1, expiresAtMs: NOW_MS })]],
])('%s is refused, and nothing written', (_, lines) => {
  expect(decide(lines).kind).toBe('refused');
});

test('whatever a list says, its sum is what she then holds, less what has ended, and no lot breaks', () => {
  const movement = fc.constantFrom<ImportLine['movement']>('balance', 'earned', 'redeemed', 'expired');
  const listed = fc.record({
    movement,
    points: fc.integer({ min: 1, max: 500 }),
    daysAgo: fc.integer({ min: 0, max: 700 }),
    livesDays: fc.option(fc.integer({ min: 1, max: 800 })),
    waitsDays: fc.option(fc.integer({ min: 0, max: 30 })),
  });
  fc.assert(
    fc.property(fc.array(listed, { minLength: 1, maxLength: 30 }), (list) => {
      const lines = list.map(({ movement, points, daysAgo, livesDays, waitsDays }) => {
        const { occurredAtMs } = ago(daysAgo);
        const gain = isGain({ movement });
        const availableAtMs = gain && waitsDays !== null ? occurredAtMs + waitsDays * DAY_MS : null;
        const from = availableAtMs ?? occurredAtMs;
        const expiresAtMs = gain && livesDays !== null ? from + livesDays * DAY_MS : null;
        return line({ movement, points, occurredAtMs, availableAtMs, expiresAtMs });
      });
      const decision = decide(lines);
      if (decision.kind === 'refused') {
        expect(decision.refusal).toMatchObject({ reason: 'more_taken_than_given' });
        return;
      }
      if (decision.kind !== 'changed') throw new Error('a fresh list changes something');
      // `after` runs the ledger's own assertions: I1, I2 and every lot.
      const ledger = after(emptyLedger(), decision.change.draft);
      const listedSum = lines.reduce((sum, each) => sum + (isGain(each) ? each.points : -each.points), 0);
      const ended = decision.change.draft.facts
        .filter(({ type, body }) => type === 'points.expired' && body.importBatchId === undefined)
        .reduce((sum, { body }) => sum + Number(body.points), 0);
      expect(ledger.totals.balancePoints).toBe(listedSum + ended);
      expect(
        ledger.lots.every(
          ({ expiresAtMs, remainingPoints }) =>
            expiresAtMs === null || expiresAtMs > NOW_MS || remainingPoints === 0,
        ),
      ).toBe(true);
      expect(decision.change.claims).toHaveLength(lines.length);
    }),
    { numRuns: 300 },
  );
});

test('a purchase of the list may say what it cost, and says it again the same; nothing else costs', () => {
  const bought = line({ amountMinor: 12_800 });
  expect(imported([bought]).draft.facts.map(({ body }) => body.amountMinor)).toEqual([12_800]);
  const again = (amountMinor: number | null) =>
    decide([{ ...bought, amountMinor }], emptyLedger(), knownBy(bought)).kind;
  expect([again(12_800), again(12_900), again(null)]).toEqual(['changed', 'refused', 'refused']);
  expect([
    decide([line({ movement: 'balance', amountMinor: 1 })]),
    decide([line({ amountMinor: -1 })]),
  ]).toMatchObject([
    { refusal: { field: 'amountMinor', reason: 'only_of_purchases' } },
    { refusal: { field: 'amountMinor', reason: 'not_an_amount' } },
  ]);
});
