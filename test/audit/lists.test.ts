import { describe, expect, test } from 'vitest';
import { checkLists } from '../../src/audit/checks/lists.ts';
import type { TenantEvidence } from '../../src/audit/evidence.ts';
import { NO_FIGURES } from '../../src/domain/imports/listed-row.ts';
import type { JournalRow, JournalType, JsonObject } from '../../src/domain/journal.ts';

const BATCH = { importBatchId: 'imp_1' };
const line = { ...BATCH, source: { kind: 'import', batchId: 'imp_1', lineId: '1' } };
const wentBack = { takenPoints: 60, lapsedPoints: 10, owedPoints: 20, writtenOffPoints: 0 };
const NOTHING = { takenPoints: 0, lapsedPoints: 0, owedPoints: 0, writtenOffPoints: 0 };

const rows = (...told: [JournalType, JsonObject][]) =>
  told.map(([type, body], index) => ({ seq: index + 1, type, body }) as JournalRow);

const brought = rows(
  ['account.opened', BATCH],
  ['points.earned', { ...line, points: 90, lotId: 2 }],
  ['points.adjusted', { points: 5 }],
);
const reversed = rows(
  ['account.opened', BATCH],
  ['points.earned', { ...line, points: 90, lotId: 2 }],
  ['points.clawed_back', { ...BATCH, source: { kind: 'import_reversal', batchId: 'imp_1' }, ...wentBack }],
);

type Books = Pick<
  TenantEvidence,
  'memberImports' | 'memberImportMembers' | 'memberImportRows' | 'objects' | 'silent'
>;

/** One list of two rows, of which one was refused, and the member whom it brought 90 points. */
function books(state: 'done' | 'reversed'): Books {
  const isOut = state === 'reversed';
  const back = isOut ? { ...wentBack, state: 'out' } : { ...NOTHING, state: 'in' };
  const counted = isOut ? { ...wentBack, outMembers: 1, owingMembers: 1 } : {};
  const figures = { ...NO_FIGURES, takenRows: 1, refusedRows: 1, newMembers: 1, points: 90, ...counted };
  return {
    memberImports: [{ id: 'imp_1', source: 'file', state, figures }],
    memberImportMembers: [
      { importId: 'imp_1', memberId: 'mem_1', row: 1, joined: true, points: 90, closed: false, ...back },
    ],
    memberImportRows: [
      { importId: 'imp_1', row: 1, state: 'taken' },
      { importId: 'imp_1', row: 2, state: 'refused' },
    ],
    objects: [{ kind: 'account', objectId: 'mem_1', journal: isOut ? reversed : brought }],
    silent: [],
  } as unknown as Books;
}

function noticed(state: 'done' | 'reversed', tamper: (row: Record<string, unknown>, all: Books) => void) {
  const evidence = books(state);
  tamper((evidence.memberImportMembers[0] ?? {}) as Record<string, unknown>, evidence);
  return checkLists(evidence as TenantEvidence).map(({ object, what }) => `${object}: ${what}`);
}

const ROW = 'member_import_members imp_1 mem_1';

describe('lists of older members', () => {
  test('that say what the journals say have nothing to find, standing and taken back', () => {
    expect([noticed('done', () => {}), noticed('reversed', () => {})]).toEqual([[], []]);
  });

  test('are named where a row of theirs was changed by hand', () => {
    expect(noticed('done', (row) => Object.assign(row, { points: 91 }))).toEqual([
      `${ROW}: points brought`,
      'member_imports imp_1: as its members sum up: points',
    ]);
    expect(noticed('done', (row) => Object.assign(row, { joined: false }))).toEqual([
      'member_imports imp_1: as its members sum up: newMembers',
      'member_imports imp_1: as its members sum up: knownMembers',
    ]);
    expect(noticed('reversed', (row) => Object.assign(row, { owedPoints: 0, writtenOffPoints: 20 }))).toEqual(
      [
        `${ROW}: as it went back: owedPoints`,
        `${ROW}: as it went back: writtenOffPoints`,
        ...['owedPoints', 'owingMembers', 'writtenOffPoints'].map(
          (figure) => `member_imports imp_1: as its members sum up: ${figure}`,
        ),
      ],
    );
    expect(noticed('reversed', (row) => Object.assign(row, { closed: true }))).toEqual([
      `${ROW}: closed with its list`,
      'member_imports imp_1: as its members sum up: closedMembers',
    ]);
    expect(noticed('reversed', (row) => Object.assign(row, { ...NOTHING, state: 'in' }))[0]).toBe(
      `${ROW}: stands with its list`,
    );
    expect(noticed('done', (row) => Object.assign(row, { state: 'out' }))[0]).toBe(`${ROW}: went back`);
  });

  test('are named where a journal tells of them and they do not name its member, or less went back', () => {
    expect(noticed('done', (_, all) => all.memberImportMembers.splice(0))[0]).toBe(`${ROW}: is there`);
    const short = rows(
      ...reversed.map(({ type, body }): [JournalType, JsonObject] => [type, { ...body, points: 95 }]),
    );
    expect(noticed('reversed', (_, all) => Object.assign(all.objects[0] ?? {}, { journal: short }))).toEqual([
      `${ROW}: points brought`,
      `${ROW}: all that it brought went back`,
    ]);
  });

  test('are no finding where a member’s account gave no answer, or the list is on its way back', () => {
    const silent = { silent: [{ kind: 'account' as const, objectId: 'mem_1', answer: 'no' }], objects: [] };
    expect(noticed('done', (_, all) => Object.assign(all, silent))).toEqual([]);
    expect(
      noticed('done', (_, all) => {
        Object.assign(all.memberImports[0] ?? {}, { state: 'reversing' });
        Object.assign(all.objects[0] ?? {}, { journal: reversed });
      }),
    ).toEqual([]);
  });
});
