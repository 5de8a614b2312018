import type { PaymentView, RedemptionView } from '../account/contract.ts';
import { refundableMinor } from '../domain/payment/refunds.ts';
import { GOODS } from '../domain/redemption/pay.ts';
import { sumOf } from './compare.ts';
import { accountsOf, nameOf, type TenantEvidence } from './evidence.ts';

/** A redemption's cash part as its object has it. */
export type Paying = {
  object: string;
  redemptionId: string;
  state: RedemptionView['state'];
  payment: PaymentView;
  /** When the object said so. */
  nowMs: number;
};

export type Totals = Record<string, { received: number; kept: number; refunded: number }>;

/** What Stripe's lists have of this shop's payments; `unheard` is cash that may still become known here. */
export type TotalsAtStripe = Record<string, { charged: number; refunded: number; unheard: number }>;

export type CashFigures = {
  totals: Totals;
  /** Null where Stripe was not asked although cards were paid with. */
  atStripe: TotalsAtStripe | null;
  /** Accounts that Stripe no longer shows to this platform, and how much came in by them. */
  unlisted: { accountId: string; totals: Totals }[];
};

export function payingOf(evidence: TenantEvidence): Paying[] {
  return accountsOf(evidence).flatMap((account) => {
    const object = nameOf(evidence.tenantId, account);
    const { nowMs, redemptions } = account.state;
    return redemptions.flatMap(({ redemptionId, state, payment }) =>
      payment === undefined ? [] : [{ object, redemptionId, state, payment, nowMs }],
    );
  });
}

/** Per currency: what came in, what of it pays for goods that are kept, what went back or is about to. */
export function totalsOf(paying: readonly Pick<Paying, 'state' | 'payment'>[]): Totals {
  const received = paying.filter(({ payment }) => payment.received !== null);
  const currencies = [...new Set(received.map(({ payment }) => payment.received?.currency ?? ''))].sort();
  return Object.fromEntries(
    currencies.map((currency) => {
      const own = received.filter(({ payment }) => payment.received?.currency === currency);
      const cash = ({ payment }: Pick<Paying, 'payment'>) => payment.received?.amountMinor ?? 0;
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
