import { z } from '@hono/zod-openapi';
import type { ActorRef, PaymentView } from '../../account/contract.ts';
import { refundableMinor } from '../../domain/payment/refunds.ts';
import { isoOrNull } from '../../lib/instant.ts';

/** Who did something, with the name of staff where it was looked up; null where nobody is known. */
export const doerSchema = z
  .object({
    kind: z.enum(['member', 'staff', 'api', 'system']),
    name: z.string().nullable(),
    /** In which branch staff did it, as it was called then; null where the shop has none, or nobody said. */
    branch: z.string().nullable(),
  })
  .nullable()
  .openapi('Doer');

/** Names of staff by their id. */
export type StaffNames = ReadonlyMap<string, string>;
export const NO_NAMES: StaffNames = new Map();

export function doerAnswer(
  actor: ActorRef | null | undefined,
  names: StaffNames,
): z.infer<typeof doerSchema> {
  if (!actor) return null;
  return { kind: actor.kind, name: names.get(actor.id) ?? null, branch: actor.branch?.name ?? null };
}

/** The cash part of a redemption as JSON shows it to the shop; amounts are minor units of the currency. */
export const paymentSchema = z
  .object({
    method: z.enum(['online', 'counter']),
    amountMinor: z.int(),
    currency: z.string(),
    state: z.enum(['requesting', 'open', 'closing', 'paid', 'closed', 'abandoned']),
    /** Until then the member may pay. */
    payUntil: z.string(),
    paidAt: z.string().nullable(),
    received: z.object({ amountMinor: z.int(), currency: z.string() }).nullable(),
    /** What has not gone back and is not about to. */
    refundableMinor: z.int(),
    receipt: z.string().nullable(),
    /** Who took the cash at the counter. */
    takenBy: doerSchema,
    closedBecause: z.string().nullable(),
    failure: z.string().nullable(),
    refunds: z.array(
      z.object({
        refundKey: z.string(),
        amountMinor: z.int(),
        state: z.enum(['requested', 'pending', 'succeeded', 'failed', 'covered']),
        because: z.enum(['cancelled', 'late_payment', 'mismatch', 'staff', 'outside']),
        failure: z.string().nullable(),
        /** By which other way than Stripe staff gave it back. */
        paidOutside: z.string().nullable(),
        requestedAt: z.string(),
        updatedAt: z.string(),
        /** Who asked for it, or handed it over. */
        by: doerSchema,
      }),
    ),
    dispute: z.object({ amountMinor: z.int(), state: z.string(), reason: z.string() }).nullable(),
  })
  .openapi('Payment');
type PaymentAnswer = z.infer<typeof paymentSchema>;

/** Without the address to pay at and without Stripe's ids, which are of no use to anybody else. */
export function paymentAnswer(view: PaymentView, names: StaffNames): PaymentAnswer {
  const { method, amountMinor, currency, state, received, receipt, closedBecause, failure, dispute } = view;
  return {
    method,
    amountMinor,
    currency,
    state,
    payUntil: new Date(view.payUntilMs).toISOString(),
    paidAt: isoOrNull(view.paidAtMs),
    received,
    refundableMinor: refundableMinor(view),
    receipt,
    takenBy: doerAnswer(view.takenBy, names),
    closedBecause,
    failure,
    refunds: view.refunds.map((refund) => ({
      refundKey: refund.refundKey,
      amountMinor: refund.amountMinor,
      state: refund.state,
      because: refund.because,
      failure: refund.failure,
      paidOutside: refund.paidOutside?.reason ?? null,
      requestedAt: new Date(refund.requestedAtMs).toISOString(),
      updatedAt: new Date(refund.updatedAtMs).toISOString(),
      by: doerAnswer(refund.actor, names),
    })),
    dispute: dispute && { amountMinor: dispute.amountMinor, state: dispute.state, reason: dispute.reason },
  };
}
