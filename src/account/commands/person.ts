import { decideClose } from '../../domain/ledger/close.ts';
import { draftOf, state } from '../../domain/ledger/ledger.ts';
import { freePoints } from '../../domain/ledger/lot.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { forgetInputs } from '../../object/keys.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
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

/**
 * Closes the account: what is free is forfeited, what is owed is written off, and what names the person is
 * erased, details with their salts, addresses, reasons. The chain still verifies. Refused `wrong_state` while
 * a redemption is under way, also one that began after whoever asks had looked.
 */
export function eraseDetails(
  desk: AccountDesk,
  command: Command,
  nowMs: number,
): Outcome<{ erasedRows: number }> {
  const plan = (): Plan<{ erasedRows: number }> => {
    const underWay = desk.redemptions.underWay();
    if (underWay !== null) return { kind: 'refused', refusal: { code: 'wrong_state', state: underWay } };
    const lots = desk.ledgers.lotsAfter(0, Number.MAX_SAFE_INTEGER).filter((lot) => freePoints(lot) > 0);
    const { ledger, head } = desk.load(nowMs, { lotIds: lots.map(({ lotId }) => lotId) });
    const draft = decideClose(ledger, command, nowMs);
    const erasedRows = desk.opened.journal.eraseDetails(ledger.headSeq);
    desk.redemptions.erasePersonal();
    forgetInputs(desk.database);
    const save = () => ({ closedAtMs: head.closedAtMs ?? nowMs });
    return { kind: 'changed', ledger, draft, save, value: { erasedRows } };
  };
  return desk.run({ key: command.key, input: { command: 'eraseDetails' }, plan }, nowMs);
}
