import { isUndecided, type Refund } from '../../domain/payment/payment.ts';
import type { ListedCash, ListedCharge, ListedRefund } from '../../stripe/list-cash.ts';
import { type CashFigures, type Paying, payingOf, type TotalsAtStripe, totalsOf } from '../cash-figures.ts';
import { Findings } from '../compare.ts';
import type { Finding, TenantEvidence } from '../evidence.ts';

/** Stripe's events come at once, or the hourly search finds them: what is younger may not be known here yet. */
export const HEARD_WITHIN_MS = 2 * 3_600_000;

/**
 * I7 against Stripe's own lists: every charge of ours is the cash of one redemption, to the cent, and
 * every refund is one that its redemption knows; and the other way round. A charge that carries no name
 * of ours is the shop's own business. Objects were read before the lists, so these may be ahead.
 */
export function checkCashAtStripe(evidence: TenantEvidence): { findings: Finding[]; figures: CashFigures } {
  const findings = new Findings('I7');
  const paying = payingOf(evidence);
  const byCard = paying.filter(({ payment }) => payment.method === 'online');
  const figures: CashFigures = {
    totals: totalsOf(paying),
    atStripe: evidence.atStripe === null && byCard.length > 0 ? null : {},
    unlisted: [],
  };
  for (const { accountId, listed } of evidence.atStripe ?? []) {
    const own = byCard.filter(({ payment }) => payment.accountId === accountId);
    if (listed === null) figures.unlisted.push({ accountId, totals: totalsOf(own) });
    else new Comparison(evidence, findings, figures.atStripe ?? {}).compare(accountId, own, listed);
  }
  return { findings: findings.all, figures };
}

/** One account's lists beside what the objects know of it. */
class Comparison {
  #tenantId: string;
  #nowMs: number;
  #findings: Findings;
  #totals: TotalsAtStripe;

  constructor(evidence: TenantEvidence, findings: Findings, totals: TotalsAtStripe) {
    this.#tenantId = evidence.tenantId;
    // Nobody's clock is known where there is no object, and nobody who could hear of anything either.
    const latest = evidence.objects.reduce((before, { state }) => Math.max(before, state.nowMs), 0);
    this.#nowMs = latest === 0 ? Number.POSITIVE_INFINITY : latest;
    this.#findings = findings;
    this.#totals = totals;
  }

  compare(accountId: string, own: readonly Paying[], { charges, refunds, failedLately }: ListedCash): void {
    const byIntent = new Map(own.map((each) => [each.payment.paymentIntentId, each]));
    const byRedemption = new Map(own.map((each) => [each.redemptionId, each]));
    const refundsOf = Map.groupBy(refunds, ({ paymentIntentId }) => paymentIntentId);
    const charged = new Set<string | null>();
    for (const charge of charges) {
      const { paymentIntentId, redemptionId, tenantId } = charge;
      const known = byIntent.get(paymentIntentId) ?? byRedemption.get(redemptionId ?? '');
      if (known === undefined && redemptionId === null && tenantId === null) continue;
      charged.add(paymentIntentId);
      const gone = refundsOf.get(paymentIntentId) ?? [];
      const isHeard = this.#checkCharge(accountId, known, charge);
      this.#count(charge, gone, isHeard);
      if (known && isHeard) this.#checkRefunds(known, gone, new Set(failedLately));
    }
    for (const { object, redemptionId, payment } of own)
      if (payment.received !== null && !charged.has(payment.paymentIntentId))
        this.#findings.expect(object, whatOf(redemptionId, payment), pair(payment.received), null);
  }

  /** Whether the charge is the cash of a redemption that knows of it. */
  #checkCharge(accountId: string, known: Paying | undefined, charge: ListedCharge): boolean {
    const { chargeId, redemptionId, tenantId, paymentIntentId } = charge;
    const found = pair(charge);
    if (known === undefined) {
      const object = `account ${accountId} at Stripe`;
      const shop = tenantId === this.#tenantId ? '' : ` of shop ${tenantId}`;
      const what = `charge ${chargeId} for redemption ${redemptionId}${shop}`;
      if (!this.#isYoung(charge.chargedAtMs)) this.#findings.expect(object, what, null, found);
      return false;
    }
    const { object, payment } = known;
    if (payment.received === null) {
      // Which of the two came first is decided when it is looked at, at the end of its promise at the latest.
      const mayBeHeard = isUndecided(payment) || this.#isYoung(charge.chargedAtMs);
      if (!mayBeHeard) this.#findings.expect(object, whatOf(known.redemptionId, charge), null, found);
      return false;
    }
    const isKnown = payment.paymentIntentId === paymentIntentId;
    const expected = isKnown ? pair(payment.received) : null;
    this.#findings.expect(object, whatOf(known.redemptionId, charge), expected, found);
    return isKnown;
  }

  #checkRefunds(known: Paying, listed: readonly ListedRefund[], failedLately: ReadonlySet<string>): void {
    const { object, redemptionId, payment } = known;
    const what = (id: string) => `redemption ${redemptionId} at Stripe: refund ${id}`;
    const atStripe = new Map(listed.map((each) => [each.stripeRefundId, each]));
    for (const refund of listed) {
      if (refund.status === 'failed') continue;
      const ours = payment.refunds.find(({ stripeRefundId }) => stripeRefundId === refund.stripeRefundId);
      if (ours === undefined && this.#isYoung(refund.createdAtMs)) continue;
      const expected = ours && isGone(ours) ? ours.amountMinor : null;
      this.#findings.expect(object, what(refund.stripeRefundId), expected, refund.amountMinor);
    }
    for (const { stripeRefundId: id, ...refund } of payment.refunds) {
      if (id === null || !isGone(refund)) continue;
      const found = atStripe.get(id);
      const hasFailed = found?.status === 'failed';
      if (found !== undefined && (!hasFailed || failedLately.has(id))) continue;
      this.#findings.expect(object, what(id), refund.amountMinor, hasFailed ? 'failed' : null);
    }
  }

  #count({ currency, amountMinor }: ListedCharge, refunds: readonly ListedRefund[], isHeard: boolean): void {
    const total = this.#totals[currency] ?? { charged: 0, refunded: 0, unheard: 0 };
    const gone = refunds.filter(({ status }) => status !== 'failed');
    this.#totals[currency] = {
      charged: total.charged + amountMinor,
      refunded: gone.reduce((sum, refund) => sum + refund.amountMinor, total.refunded),
      unheard: total.unheard + (isHeard ? 0 : amountMinor),
    };
  }

  #isYoung(atMs: number): boolean {
    return this.#nowMs < atMs + HEARD_WITHIN_MS;
  }
}

/** By the object's word it has left the shop, or is about to. */
function isGone({ state }: Pick<Refund, 'state'>): boolean {
  return state === 'pending' || state === 'succeeded';
}

function pair({ amountMinor, currency }: { amountMinor: number; currency: string }): [number, string] {
  return [amountMinor, currency];
}

function whatOf(redemptionId: string, { paymentIntentId }: { paymentIntentId: string | null }): string {
  return `redemption ${redemptionId} at Stripe: what came in by ${paymentIntentId}`;
}
