import type { Config } from '../../context.ts';
import { requirementGroups } from '../../domain/payment/requirement-groups.ts';
import type { PaymentAccountRow } from './queries.ts';
import type { PaymentSettings } from './schemas.ts';

/** A shop's payments as its owner and managers see them; null for a shop that has set nothing yet. */
export function paymentSettingsAnswer(
  { stripe }: Pick<Config, 'stripe'>,
  row: PaymentAccountRow | null,
): PaymentSettings {
  const offeredFee = stripe?.applicationFeeBasisPoints ?? 0;
  if (row === null || row.state === 'none') {
    return {
      cardsAvailable: stripe !== null,
      counterEnabled: row?.counterEnabled ?? false,
      applicationFeeBasisPoints: offeredFee,
      state: 'none',
      country: null,
      accountId: null,
      chargesEnabled: false,
      payoutsEnabled: false,
      due: [],
      checking: false,
      dueBy: null,
    };
  }
  const { requirements, state } = row;
  const { due, pending, deadlineMs } = requirements;
  return {
    cardsAvailable: stripe !== null,
    counterEnabled: row.counterEnabled,
    // Connecting again is connecting on today's terms.
    applicationFeeBasisPoints: state === 'deauthorised' ? offeredFee : row.applicationFeeBasisPoints,
    state,
    country: row.country,
    accountId: row.accountId,
    chargesEnabled: row.chargesEnabled,
    payoutsEnabled: row.payoutsEnabled,
    due: requirementGroups(due),
    checking: pending.length > 0 || row.disabledReason === 'under_review',
    dueBy: deadlineMs === null ? null : new Date(deadlineMs).toISOString(),
  };
}
