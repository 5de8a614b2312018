import { COUNTER_CHANNEL } from '../../domain/order.ts';
import { Findings, sumOf } from '../compare.ts';
import { accountsOf, type Finding, type TenantEvidence } from '../evidence.ts';

/**
 * I3: what a slip says was given at the counter, its member's account has given, as many points for as
 * much at the same time; what it says was undone is cancelled there. What an account has still to be told of is left out.
 */
export function checkGrants(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I3');
  const accounts = new Map(accountsOf(evidence).map((account) => [account.objectId, account.state.orders]));
  const untold = new Set(evidence.untoldOrders);
  const silent = new Set(evidence.silent.map(({ objectId }) => objectId));
  for (const { id, memberId, orderId, undoneAtMs, ...grant } of evidence.counterGrants) {
    if (untold.has(orderId) || silent.has(memberId)) continue;
    const name = `counter_grants ${id}`;
    const order = accounts
      .get(memberId)
      ?.find((each) => each.channel === COUNTER_CHANNEL && each.orderId === orderId);
    if (order === undefined) findings.expect(name, `order ${orderId} of its member`, true, false);
    else if (undoneAtMs !== null) findings.expect(name, 'undone', 'cancelled', order.status);
    else {
      const paidMinor = sumOf(order.trace.lines, (line) => line.amountMinor);
      const given = { points: order.points, amountMinor: paidMinor, soldAtMs: order.occurredAtMs };
      findings.expectFields(name, 'as the account has given', given, grant);
    }
  }
  return findings.all;
}
