import type { PaymentView, RedemptionView } from '../../account/contract.ts';
import { isUndecided, releaseAtMs } from '../../domain/payment/payment.ts';
import { refundableMinor } from '../../domain/payment/refunds.ts';
import { GOODS } from '../../domain/redemption/pay.ts';
import { Findings, sumOf } from '../compare.ts';
import { accountsOf, type Finding, nameOf, type TenantEvidence } from '../evidence.ts';

/** A payment's alarm comes at most a minute late; what waits longer after its end has been forgotten. */
const LATE_MAX_MS = 600_000;

type Paying = { state: RedemptionView['state']; payment: PaymentView };
type Totals = Record<string, { received: number; kept: number; refunded: number }>;

/**
 * I7: no cash is kept without goods, or its refund is recorded; payments come to an end; and per currency
 * what came in is what pays for goods that are kept and what went or goes back, in Postgres as in the objects.
 */
export function checkCash(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I7');
  const paying: Paying[] = [];
  for (const account of accountsOf(evidence)) {
    const object = nameOf(evidence.tenantId, account);
    for (const { redemptionId, state, payment } of account.state.redemptions) {
      if (payment === undefined) continue;
      paying.push({ state, payment });
      const what = `payment of redemption ${redemptionId}, ${state}`;
      checkPayment(findings, object, what, { state, payment });
      const late = isUndecided(payment) && account.state.nowMs > releaseAtMs(payment) + LATE_MAX_MS;
      findings.expect(object, `${what}: decided in time`, false, late);
    }
  }
  const copied = evidence.redemptions.flatMap(({ state, body }) =>
    body.payment ? [{ state, payment: body.payment }] : [],
  );
  const totals = totalsOf(paying);
  findings.expect('cash', 'totals in Postgres per currency', totals, totalsOf(copied));
  for (const [currency, { received, kept, refunded }] of Object.entries(totals))
    findings.expect('cash', `${currency} that came in`, received, kept + refunded);
  return findings.all;
}

function checkPayment(findings: Findings, object: string, what: string, { state, payment }: Paying): void {
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
}

/** Per currency: what came in, what of it pays for goods that are kept, what went back or is about to. */
function totalsOf(paying: readonly Paying[]): Totals {
  const received = paying.filter(({ payment }) => payment.received !== null);
  const currencies = [...new Set(received.map(({ payment }) => payment.received?.currency ?? ''))].sort();
  return Object.fromEntries(
    currencies.map((currency) => {
      const own = received.filter(({ payment }) => payment.received?.currency === currency);
      const cash = ({ payment }: Paying) => payment.received?.amountMinor ?? 0;
      const kept = own.filter(({ state }) => GOODS[state] === 'kept');
      return [
        currency,
        {
          received: sumOf(own, cash),
          kept: sumOf(kept, ({ payment }) => refundableMinor(payment)),
          refunded: sumOf(own, (each) => cash(each) - refundableMinor(each.payment)),
        },
      ];
    }),
  );
}
