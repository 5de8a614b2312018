import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { reportOrder } from './report-order.ts';
import { reportRefund } from './report-refund.ts';
import {
  channelSchema,
  orderAnswerSchema,
  orderIdSchema,
  refundAnswerSchema,
  reportOrderSchema,
  reportRefundSchema,
} from './schemas.ts';

/** Purchases and refunds as the merchant's own server reports them, under `api.<root>/v1`. */
export const orderApiRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { scope: 'orders:write' },
      {
        method: 'post',
        path: '/orders',
        request: { body: jsonBody(reportOrderSchema) },
        responses: {
          200: json(orderAnswerSchema, 'What the order earns, and why'),
          202: json(orderAnswerSchema, 'Nobody has joined under this name yet: the order waits 90 days'),
        },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      const answer = unwrap(await reportOrder({ ctx: c.var.ctx, input }));
      return c.json(answer, answer.state === 'waiting' ? 202 : 200);
    },
  )
  .openapi(
    defineRoute(
      { scope: 'orders:write' },
      {
        method: 'post',
        path: '/orders/{channel}/{orderId}/refunds',
        request: {
          params: z.object({ channel: channelSchema, orderId: orderIdSchema }),
          body: jsonBody(reportRefundSchema),
        },
        responses: {
          200: json(refundAnswerSchema, 'What the refund takes back'),
          202: json(refundAnswerSchema, 'The order still waits for its buyer, and this with it'),
        },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      const answer = unwrap(await reportRefund({ ctx: c.var.ctx, input }));
      return c.json(answer, answer.state === 'waiting' ? 202 : 200);
    },
  );
