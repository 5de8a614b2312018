import { isTimeZone } from '../../domain/calendar.ts';
import { type Decision, invalid } from '../../domain/decision.ts';
import { decideFirstReport, decideLaterReport, type PurchaseChange } from '../../domain/ledger/earn-order.ts';
import { balancesOf } from '../../domain/ledger/ledger.ts';
import { type Purchase, viewOfPurchase } from '../../domain/ledger/purchase.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { checkProgramme } from '../../domain/programme/check-programme.ts';
import { programmeHash } from '../../domain/programme/programme-hash.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { EarnOrderCommand, OrderResult } from '../contract.ts';

/** Reports a purchase; (channel, order id) has its effect once, whatever keys its reports come under. */
export function earnOrder(desk: AccountDesk, command: EarnOrderCommand, nowMs: number): Outcome<OrderResult> {
  const { key, order } = command;
  return desk.run(
    { key, input: { command: 'earnOrder', order }, plan: () => planReport(desk, command, nowMs) },
    nowMs,
  );
}

function planReport(desk: AccountDesk, command: EarnOrderCommand, nowMs: number): Plan<OrderResult> {
  const { order, programme } = command;
  const purchase = desk.records.purchase(order.channel, order.orderId);
  if (purchase !== null) return planLaterReport(desk, command, purchase, nowMs);
  const wrong = checkProgramme(programme.body);
  if (wrong) return invalid(`programme.${wrong.field}`, wrong.reason);
  if (programmeHash(programme.body) !== programme.hash) return invalid('programme.hash', 'not_of_this_body');
  if (!isTimeZone(command.timeZone)) return invalid('timeZone', 'not_a_time_zone');
  const { ledger, head } = desk.load(nowMs);
  const isFrozen = head.frozenAtMs !== null;
  const decision = decideFirstReport(ledger, { ...command, isFrozen }, nowMs);
  return planOf(desk, decision, ledger, nowMs, ({ purchase: reported }) => {
    desk.records.keepRuleBody(programme.hash, programme.body);
    desk.records.insertPurchase(reported);
  });
}

function planLaterReport(
  desk: AccountDesk,
  command: EarnOrderCommand,
  purchase: Purchase,
  nowMs: number,
): Plan<OrderResult> {
  const grantedUnder = desk.records.ruleBody(purchase.programmeHash);
  if (grantedUnder === null) throw new Error('the rule body that granted is kept');
  const { ledger } = desk.load(nowMs, {
    points: command.order.status === 'cancelled' ? purchase.grantedPoints - purchase.clawedBackPoints : 0,
    lotIds: purchase.lotId === null ? [] : [purchase.lotId],
  });
  const decision = decideLaterReport(ledger, purchase, grantedUnder, command, nowMs);
  return planOf(desk, decision, ledger, nowMs, (change) => desk.records.updatePurchase(change.purchase));
}

function planOf(
  desk: AccountDesk,
  decision: Decision<Purchase, PurchaseChange>,
  ledger: Extract<Plan<never>, { kind: 'changed' }>['ledger'],
  nowMs: number,
  save: (change: PurchaseChange) => void,
): Plan<OrderResult> {
  switch (decision.kind) {
    case 'refused':
      return decision;
    case 'unchanged': {
      const value = { ...viewOfPurchase(decision.value), balances: desk.balancesAt(nowMs) };
      return { kind: 'unchanged', value, seq: decision.seq };
    }
    case 'changed': {
      const { draft, purchase } = decision.change;
      const value = { ...viewOfPurchase(purchase), balances: balancesOf(draft.totals) };
      return {
        kind: 'changed',
        ledger,
        draft,
        value,
        seq: purchase.seq,
        save: () => {
          save(decision.change);
          return undefined;
        },
      };
    }
  }
}
