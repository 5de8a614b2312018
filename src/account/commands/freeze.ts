import { decideFreeze, type FreezeState } from '../../domain/ledger/freeze.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { FreezeCommand } from '../contract.ts';

/** Freezes the account or undoes it: a frozen one refuses to spend and to earn, and takes refunds as ever. */
export function freeze(desk: AccountDesk, command: FreezeCommand, nowMs: number): Outcome<FreezeState> {
  const { key, freezes, reason, note } = command;
  const input = { command: 'freeze', freezes, reason, note };
  return desk.run({ key, input, plan: () => planFreeze(desk, command, nowMs) }, nowMs);
}

function planFreeze(desk: AccountDesk, command: FreezeCommand, nowMs: number): Plan<FreezeState> {
  const { ledger, head } = desk.load(nowMs);
  const decision = decideFreeze(ledger, head, command, nowMs);
  if (decision.kind !== 'changed') return decision;
  const { draft, frozen } = decision.change;
  return { kind: 'changed', ledger, draft, value: frozen, save: () => frozen };
}
