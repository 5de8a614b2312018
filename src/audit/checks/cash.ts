import { isUndecided, releaseAtMs } from '../../domain/payment/payment.ts';
import { refundableMinor } from '../../domain/payment/refunds.ts';
import { GOODS } from '../../domain/redemption/pay.ts';
import { type Paying, payingOf, totalsOf } from '../cash-figures.ts';
import { Findings } from '../compare.ts';
import type { Finding, TenantEvidence } from '../evidence.ts';

/** A payment's alarm comes at most a minute late; what waits longer after its end has been forgotten. */
const LATE_MAX_MS = 600_000;

/**
 * I7: no cash is kept without goods, or its refund is recorded; payments come to an end; and per currency
 * what came in is what pays for goods that are kept and what went or goes back, in Postgres as in the objects.
 */
export function checkCash(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I7');
  const all = payingOf(evidence);
  for (const paying of all) checkPayment(findings, paying);
  const copied = evidence.redemptions.flatMap(({ state, body }) =>
    body.payment ? [{ state, payment: body.payment }] : [],
  );
  const totals = totalsOf(all);
  findings.expect('cash', 'totals in Postgres per currency', totals, totalsOf(copied));
  for (const [currency, { received, kept, refunded }] of Object.entries(totals))
    findings.expect('cash', `${currency} that came in`, received, kept + refunded);
  return findings.all;
}

function checkPayment(findings: Findings, paying: Paying): void {
  const { object, redemptionId, state, payment, nowMs } = paying;
  const what = `payment of redemption ${redemptionId}, ${state}`;
  const goods = GOODS[state];
  const left = refundableMinor(payment);
  findings.expect(object, `${what}: no more goes back than came in`, true, left >= 0);
  findings.expect(object, `${what}: undecided`, goods === 'awaiting', isUndecided(payment));
  if (goods === 'kept') findings.expect(object, `${what}: its state`, 'paid', payment.state);
  if (goods === 'let_go') findings.expect(object, `${what}: cash without goods or refund`, 0, left);
  const received = payment.received;
  if (goods === 'kept')
    findings.expect(
      object,
      `${what}: what came in`,
      [payment.amountMinor, payment.currency],
      [received?.amountMinor, received?.currency],
    );
  const late = isUndecided(payment) && nowMs > releaseAtMs(payment) + LATE_MAX_MS;
  findings.expect(object, `${what}: decided in time`, false, late);
}
