import { z } from '@hono/zod-openapi';
import { AMOUNT_MINOR_MAX } from '../../domain/money.ts';

export const takeCashSchema = z
  .strictObject({ receipt: z.string().trim().min(1).max(64).nullable().default(null) })
  .openapi('TakeCash');

export const refundPaymentSchema = z
  .strictObject({ amountMinor: z.int().min(1).max(AMOUNT_MINOR_MAX) })
  .openapi('RefundPayment');

export const paidOutsideSchema = z
  .strictObject({ refundKey: z.string().min(1).max(200), reason: z.string().trim().min(1).max(200) })
  .openapi('PaidOutside');

export const refundKeySchema = z.strictObject({ refundKey: z.string().min(1).max(200) }).openapi('RefundKey');
