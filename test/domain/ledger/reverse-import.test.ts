import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAdjust } from '../../../src/domain/ledger/adjust.ts';
import { decideImport, type ImportLine } from '../../../src/domain/ledger/import-history.ts';
import { availablePoints, type Draft, type Ledger } from '../../../src/domain/ledger/ledger.ts';
import { decideReverseImport, isImportAlone } from '../../../src/domain/ledger/reverse-import.ts';
import { after, DAY_MS, emptyLedger, NOW_MS, staff, told } from './world.ts';

type Account = { ledger: Ledger; rows: Draft['facts'] };

let names = 0;
function line(given: Partial<ImportLine> = {}): ImportLine {
  names += 1;
  const times = { occurredAtMs: NOW_MS - 300 * DAY_MS, availableAtMs: null, expiresAtMs: null };
  return { lineId: `line ${names}`, movement: 'balance', points: 100, ...times, note: null, ...given };
}

function imported(lines: ImportLine[], from: Account = { ledger: emptyLedger(), rows: [] }): Account {
  const input = { batchId: 'cards', lines, actor: staff };
  const decision = decideImport(from.ledger, input, { known: () => null, nowMs: NOW_MS });
  if (decision.kind !== 'changed') throw new Error(JSON.stringify(decision));
  const { draft } = decision.change;
  return { ledger: after(from.ledger, draft), rows: [...from.rows, ...draft.facts] };
}

function adjusted({ ledger, rows }: Account, points: number): Account {
  const input = { points, reason: 'event', note: null, expiresAtMs: null, actor: staff };
  const decision = decideAdjust(ledger, input, NOW_MS);
  if (decision.kind !== 'changed') throw new Error(JSON.stringify(decision));
  return { ledger: after(ledger, decision.change.draft), rows: [...rows, ...decision.change.draft.facts] };
}

function reversed({ ledger, rows }: Account, clawback: 'owe' | 'write_off' = 'owe', nowMs = NOW_MS) {
  const own = rows.filter(({ body }) => (body.source as { kind?: string })?.kind === 'import');
  const decision = decideReverseImport(ledger, own, { batchId: 'cards', clawback, actor: staff }, nowMs);
  if (decision.kind !== 'changed') throw new Error(JSON.stringify(decision));
  const { draft, value, claim } = decision.change;
  return { draft, value, claim, ledger: after(ledger, draft) };
}

describe('a list that is taken back', () => {
  test('leaves nothing of what it brought, with one entry that says so', () => {
    const account = imported([line({ points: 300 }), line({ movement: 'redeemed', points: 20 }), line()]);
    const { draft, value, claim, ledger } = reversed(account);
    expect(told(draft)).toEqual(['points.clawed_back -380']);
    expect(value).toEqual({ takenPoints: 380, lapsedPoints: 0, owedPoints: 0, writtenOffPoints: 0 });
    expect(draft.facts[0]?.body).toMatchObject({
      source: { kind: 'import_reversal', batchId: 'cards' },
      importBatchId: 'cards',
      lines: 3,
      actor: staff,
    });
    expect(claim).toEqual({ naturalKey: 'import_reversed:"cards"', seq: 4 });
    expect(ledger.lots.every(({ remainingPoints }) => remainingPoints === 0)).toBe(true);
  });

  test.each([
    ['takes what was spent from what she has else, and lets her owe the rest', 'owe', 90, -10],
    ['writes off what was spent, where the programme does', 'write_off', 90, 0],
  ] as const)('%s', (_, clawback, taken, balance) => {
    const spent = adjusted(imported([line({ expiresAtMs: NOW_MS + DAY_MS })]), -80);
    const { value, ledger } = reversed(adjusted(spent, 70), clawback);
    const missing = { owedPoints: 10, writtenOffPoints: 0 };
    const letGo = { owedPoints: 0, writtenOffPoints: 10 };
    expect(value).toEqual({
      takenPoints: taken,
      lapsedPoints: 0,
      ...(clawback === 'owe' ? missing : letGo),
    });
    expect(ledger.totals.balancePoints).toBe(balance);
  });

  test('counts what expired here as given back, and what had expired on paper not at all', () => {
    const lines = [
      line({ points: 100, expiresAtMs: NOW_MS + DAY_MS }),
      line({ movement: 'expired', points: 30, occurredAtMs: NOW_MS - DAY_MS }),
    ];
    const { value, ledger } = reversed(imported(lines), 'owe', NOW_MS + 2 * DAY_MS);
    expect(value).toEqual({ takenPoints: 0, lapsedPoints: 70, owedPoints: 0, writtenOffPoints: 0 });
    expect(ledger.totals.balancePoints).toBe(0);
  });

  test('that brought nothing yet leaves a mark all the same, and no entry', () => {
    const { draft, value, claim } = reversed({ ledger: emptyLedger(), rows: [] });
    expect(told(draft)).toEqual(['import.reversed']);
    expect(value).toEqual({ takenPoints: 0, lapsedPoints: 0, owedPoints: 0, writtenOffPoints: 0 });
    expect(claim.seq).toBe(1);
  });
});

test('whatever a list said and whatever she did since, taken back her books are those without it', () => {
  const listed = fc.record({
    movement: fc.constantFrom<ImportLine['movement']>('balance', 'earned', 'redeemed', 'expired'),
    points: fc.integer({ min: 1, max: 500 }),
    daysAgo: fc.integer({ min: 1, max: 400 }),
    livesDays: fc.option(fc.integer({ min: 500, max: 800 })),
  });
  const given = fc.array(fc.integer({ min: -200, max: 200 }).filter(Boolean), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(listed, { minLength: 1, maxLength: 12 }), given, (list, moves) => {
      const lines = list.map(({ movement, points, daysAgo, livesDays }) => {
        const occurredAtMs = NOW_MS - daysAgo * DAY_MS;
        const gives = movement === 'balance' || movement === 'earned';
        const expiresAtMs = gives && livesDays !== null ? occurredAtMs + livesDays * DAY_MS : null;
        return line({ movement, points, occurredAtMs, expiresAtMs });
      });
      const input = { batchId: 'cards', lines, actor: staff };
      const decision = decideImport(emptyLedger(), input, { known: () => null, nowMs: NOW_MS });
      fc.pre(decision.kind === 'changed');
      let account = imported(lines);
      let own = 0;
      for (const points of moves) {
        if (points < 0 && availablePoints(account.ledger.totals) < -points) continue;
        account = adjusted(account, points);
        own += points;
      }
      const { ledger, draft } = reversed(account);
      expect(ledger.totals.balancePoints).toBe(own);
      expect(draft.facts.filter(({ body }) => body.balanceAfter !== undefined).length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

test('an account that nothing but the list has touched is told from one that lives', () => {
  const opened = { type: 'account.opened', body: { importBatchId: 'cards' } } as const;
  const { rows } = imported([line()]);
  const expired = { type: 'points.expired', body: { points: -100, balanceAfter: 0 } } as const;
  expect(isImportAlone([opened, ...rows, expired], 'cards')).toBe(true);
  expect(isImportAlone([opened, ...adjusted(imported([line()]), 5).rows], 'cards')).toBe(false);
  expect(isImportAlone([{ ...opened, body: {} }, ...rows], 'cards')).toBe(false);
  expect(isImportAlone([opened, ...rows], 'other')).toBe(false);
});
