import { invalid } from '../../domain/decision.ts';
import { decideImport, importKey } from '../../domain/ledger/import-history.ts';
import { balancesOf } from '../../domain/ledger/ledger.ts';
import { importReversedKey } from '../../domain/ledger/reverse-import.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { findNaturalKeys } from '../../object/keys.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { ImportHistoryCommand, ImportResult } from '../contract.ts';

/** Brings in movements of an older card; (batch, line) has its effect once, under whatever key it comes. */
export function importHistory(
  desk: AccountDesk,
  command: ImportHistoryCommand,
  nowMs: number,
): Outcome<ImportResult> {
  const { key, batchId, lines } = command;
  const input = { command: 'importHistory', batchId, lines };
  return desk.run({ key, input, plan: () => planImport(desk, command, nowMs) }, nowMs);
}

function planImport(desk: AccountDesk, command: ImportHistoryCommand, nowMs: number): Plan<ImportResult> {
  const { batchId, lines } = command;
  const reversal = importReversedKey(batchId);
  const keys = lines.map(({ lineId }) => importKey(batchId, lineId));
  const taken = findNaturalKeys(desk.database, [reversal, ...keys]);
  if (taken.has(reversal)) return invalid('batchId', 'reversed');
  const { ledger } = desk.load(nowMs);
  const known = ({ lineId }: { lineId: string }) => {
    const seq = taken.get(importKey(batchId, lineId));
    return seq === undefined ? null : (desk.opened.journal.row(seq)?.body ?? null);
  };
  const decision = decideImport(ledger, command, { known, nowMs });
  if (decision.kind !== 'changed') return decision;
  const { draft, claims } = decision.change;
  const counts = { importedLines: claims.length, knownLines: lines.length - claims.length };
  const [firstKnown] = taken.values();
  if (claims.length === 0 && firstKnown !== undefined) {
    const value = { ...counts, balances: desk.balancesAt(nowMs) };
    return { kind: 'unchanged', value, seq: firstKnown };
  }
  const value = { ...counts, balances: balancesOf(draft.totals) };
  return { kind: 'changed', ledger, draft, claims, value };
}
