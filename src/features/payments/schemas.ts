import { z } from '@hono/zod-openapi';
import { COUNTRIES } from '../../domain/payment/card-countries.ts';
import { CONNECT_STATES } from '../../domain/payment/connected-account.ts';
import { REQUIREMENT_GROUPS } from '../../domain/payment/requirement-groups.ts';

export const startOnboardingSchema = z
  .strictObject({ country: z.string().refine((code) => COUNTRIES.includes(code), 'unknown_country') })
  .openapi('StartOnboarding');

export const setCounterPaymentSchema = z.strictObject({ enabled: z.boolean() }).openapi('SetCounterPayment');

export const onboardingPageSchema = z
  .object({ url: z.string().describe('A page of Stripe that opens once and for a few minutes.') })
  .openapi('OnboardingPage');

export const paymentSettingsSchema = z
  .object({
    /** False where this installation has no keys of Stripe. */
    cardsAvailable: z.boolean(),
    counterEnabled: z.boolean(),
    /** What the platform takes of each card payment; 100 is 1 %. */
    applicationFeeBasisPoints: z.int(),
    state: z.enum(CONNECT_STATES),
    country: z.string().nullable(),
    accountId: z.string().nullable(),
    chargesEnabled: z.boolean(),
    payoutsEnabled: z.boolean(),
    /** What Stripe waits for, in groups; its own page asks for the single fields. */
    due: z.array(z.enum(REQUIREMENT_GROUPS)),
    /** Stripe is looking at what was handed in. */
    checking: z.boolean(),
    /** When what is due stops payments or payouts. */
    dueBy: z.string().nullable(),
  })
  .openapi('PaymentSettings');
export type PaymentSettings = z.infer<typeof paymentSettingsSchema>;
