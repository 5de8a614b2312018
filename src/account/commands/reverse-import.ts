import {
  decideReverseImport,
  importKeysOf,
  importReversedKey,
  lotsOfImport,
  reversedImportOf,
} from '../../domain/ledger/reverse-import.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { findNaturalKeys, naturalKeysFrom } from '../../object/keys.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { ReverseImportCommand, ReverseImportResult } from '../contract.ts';

/** Takes back what a batch brought; once for ever, under whatever key it comes. */
export function reverseImport(
  desk: AccountDesk,
  command: ReverseImportCommand,
  nowMs: number,
): Outcome<ReverseImportResult> {
  const { key, batchId } = command;
  const input = { command: 'reverseImport', batchId };
  return desk.run({ key, input, plan: () => planReversal(desk, command, nowMs) }, nowMs);
}

function planReversal(
  desk: AccountDesk,
  command: ReverseImportCommand,
  nowMs: number,
): Plan<ReverseImportResult> {
  const { batchId } = command;
  const { journal } = desk.opened;
  const seq = findNaturalKeys(desk.database, [importReversedKey(batchId)]).get(importReversedKey(batchId));
  const reversed = seq === undefined ? null : journal.row(seq);
  if (reversed) return { kind: 'unchanged', value: reversedImportOf(reversed), seq: reversed.seq };
  const lines = naturalKeysFrom(desk.database, importKeysOf(batchId));
  const rows = journal.rowsOf(lines.map((line) => line.seq)).toReversed();
  const lots = lotsOfImport(rows);
  const points = lots.reduce((total, lot) => total + lot.points, 0);
  const { ledger } = desk.load(nowMs, { points, lotIds: lots.map(({ lotId }) => lotId) });
  const decision = decideReverseImport(ledger, rows, command, nowMs);
  if (decision.kind !== 'changed') return decision;
  const { draft, value, claim } = decision.change;
  return { kind: 'changed', ledger, draft, claims: [claim], value, seq: claim.seq };
}
