import { draftOf, state } from '../../domain/ledger/ledger.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { forgetInputs } from '../../object/keys.ts';
import type { AccountDesk } from '../account-desk.ts';
import type { Command } from '../contract.ts';

/** Ends every session of the member: cookies carry the generation that they were made under. */
export function endSessions(
  desk: AccountDesk,
  command: Command,
  nowMs: number,
): Outcome<{ sessionGeneration: number }> {
  const plan = () => {
    const { ledger, head } = desk.load(nowMs);
    const sessionGeneration = head.sessionGeneration + 1;
    const draft = draftOf(ledger, nowMs);
    state(draft, 'account.session_ended', { sessionGeneration, actor: command.actor });
    const save = () => ({ sessionGeneration });
    return { kind: 'changed' as const, ledger, draft, save, value: { sessionGeneration } };
  };
  return desk.run({ key: command.key, input: { command: 'endSessions' }, plan }, nowMs);
}

/** Erases what names the person: details with their salts, addresses, reasons. The chain still verifies. */
export function eraseDetails(
  desk: AccountDesk,
  command: Command,
  nowMs: number,
): Outcome<{ erasedRows: number }> {
  const plan = () => {
    const { ledger } = desk.load(nowMs);
    const draft = draftOf(ledger, nowMs);
    const throughSeq = ledger.headSeq;
    state(draft, 'details.erased', { throughSeq, actor: command.actor });
    const erasedRows = desk.opened.journal.eraseDetails(throughSeq);
    desk.redemptions.erasePersonal();
    forgetInputs(desk.database);
    return { kind: 'changed' as const, ledger, draft, value: { erasedRows } };
  };
  return desk.run({ key: command.key, input: { command: 'eraseDetails' }, plan }, nowMs);
}
