import { balancesOf } from '../../domain/ledger/ledger.ts';
import type { PurchaseRefund } from '../../domain/ledger/purchase.ts';
import { decideRefund } from '../../domain/ledger/refund-order.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { Balances, RefundOrderCommand, RefundResult } from '../contract.ts';

/** Takes back what a refund leaves unearned; (channel, order id, refund id) has its effect once. */
export function refundOrder(
  desk: AccountDesk,
  command: RefundOrderCommand,
  nowMs: number,
): Outcome<RefundResult> {
  const { key, channel, orderId, refundId, lines } = command;
  const input = { command: 'refundOrder', channel, orderId, refundId, lines };
  return desk.run({ key, input, plan: () => planRefund(desk, command, nowMs) }, nowMs);
}

/** What a refund would change and answer now; nothing is written by planning it. */
export function planRefund(
  desk: AccountDesk,
  command: Omit<RefundOrderCommand, 'address' | 'key'>,
  nowMs: number,
): Plan<RefundResult> {
  const { channel, orderId } = command;
  const purchase = desk.records.purchase(channel, orderId);
  const grantedUnder = purchase && desk.records.ruleBody(purchase.programmeHash);
  const { ledger } = desk.load(nowMs, {
    points: purchase ? purchase.grantedPoints - purchase.clawedBackPoints : 0,
    lotIds: purchase?.lotId ? [purchase.lotId] : [],
  });
  const decision = decideRefund(ledger, purchase, grantedUnder, command, nowMs);
  const result = (refund: PurchaseRefund, balances: Balances): RefundResult => {
    const { refundId, takenPoints, lapsedPoints, owedPoints, writtenOffPoints } = refund;
    return { channel, orderId, refundId, takenPoints, lapsedPoints, owedPoints, writtenOffPoints, balances };
  };
  switch (decision.kind) {
    case 'refused':
      return decision;
    case 'unchanged': {
      const value = result(decision.value, desk.balancesAt(nowMs));
      return { kind: 'unchanged', value, seq: decision.seq };
    }
    case 'changed': {
      const { draft, refund, purchase: refunded } = decision.change;
      return {
        kind: 'changed',
        ledger,
        draft,
        value: result(refund, balancesOf(draft.totals)),
        seq: refund.seq,
        save: () => {
          desk.records.updatePurchase(refunded);
          return undefined;
        },
      };
    }
  }
}
