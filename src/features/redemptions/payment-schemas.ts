import { z } from '@hono/zod-openapi';
import { AMOUNT_MINOR_MAX } from '../../domain/money.ts';
import { written, writtenOnLine } from '../../lib/written-schema.ts';

export const takeCashSchema = z
  .strictObject({ receipt: writtenOnLine(64).min(1).nullable().default(null) })
  .openapi('TakeCash');

export const refundPaymentSchema = z
  .strictObject({ amountMinor: z.int().min(1).max(AMOUNT_MINOR_MAX) })
  .openapi('RefundPayment');

export const paidOutsideSchema = z
  .strictObject({ refundKey: z.string().min(1).max(200), reason: written(200).min(1) })
  .openapi('PaidOutside');

export const refundKeySchema = z.strictObject({ refundKey: z.string().min(1).max(200) }).openapi('RefundKey');
