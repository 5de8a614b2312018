import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { redemptionAnswer } from './answers.ts';
import {
  confirmCounterPayment,
  confirmCounterRefund,
  confirmPaidOutside,
  refundPayment,
  retryRefund,
  settlePayment,
} from './pay-redemption.ts';
import {
  paidOutsideSchema,
  refundKeySchema,
  refundPaymentSchema,
  takeCashSchema,
} from './payment-schemas.ts';
import { redemptionSchema } from './schemas.ts';

const parameters = z.object({
  memberId: z.string().min(1).max(64),
  redemptionId: z.string().min(1).max(64),
});
const answered = { 200: json(redemptionSchema, 'The redemption as it now is') };
const at = (step: string) => `/redemptions/{memberId}/{redemptionId}/${step}` as const;

/** The cash of a redemption as staff take it and give it back, under `console.<root>/api`. */
export const cashConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'clerk' },
      { method: 'post', path: at('look-at-payment'), request: { params: parameters }, responses: answered },
    ),
    async (c) => {
      const input = c.req.valid('param');
      return c.json(redemptionAnswer(unwrap(await settlePayment({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: at('take-cash'),
        request: { params: parameters, body: jsonBody(takeCashSchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await confirmCounterPayment({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: at('refund'),
        request: { params: parameters, body: jsonBody(refundPaymentSchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await refundPayment({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: at('retry-refund'),
        request: { params: parameters, body: jsonBody(refundKeySchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await retryRefund({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: at('paid-back-outside'),
        request: { params: parameters, body: jsonBody(paidOutsideSchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await confirmPaidOutside({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: at('hand-back-cash'),
        request: { params: parameters, body: jsonBody(refundKeySchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await confirmCounterRefund({ ctx: c.var.ctx, input }))), 200);
    },
  );
