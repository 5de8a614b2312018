import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { pageQuery } from '../paging.ts';
import { redemptionAnswer } from './answers.ts';
import { answerCancelRequest, cancelRedemption } from './cancel-redemption.ts';
import { redemptionDeskRoutes } from './desk-routes.ts';
import {
  correctParcel,
  handOverRedemption,
  markReady,
  prepareRedemption,
  receiveRedemption,
  shipRedemption,
} from './fulfil-redemption.ts';
import { getRedemption } from './get-redemption.ts';
import { listRedemptions } from './list-redemptions.ts';
import {
  answerCancelSchema,
  cancelSchema,
  redemptionFilterSchema,
  redemptionRowListSchema,
  redemptionSchema,
  shipSchema,
} from './schemas.ts';
import { staffNamesIn } from './staff-names.ts';

const parameters = z.object({
  memberId: z.string().min(1).max(64),
  redemptionId: z.string().min(1).max(64),
});
const answered = { 200: json(redemptionSchema, 'The redemption as it now is') };

/** Redemptions as staff ship and answer them, under `console.<root>/api`. */
export const redemptionConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/redemptions',
        request: {
          query: z.object({
            state: redemptionFilterSchema.optional(),
            memberId: z.string().max(64).optional(),
            search: z.string().trim().max(254).optional(),
            order: z.enum(['newest', 'oldest']).default('newest'),
            ...pageQuery,
          }),
        },
        responses: { 200: json(redemptionRowListSchema, 'Redemptions, and how many stand where') },
      },
    ),
    async (c) => {
      const { state = null, memberId = null, search, order, cursor = null, limit } = c.req.valid('query');
      const input = { state, memberId, search: search || null, order, cursor, limit };
      const { items, ...rest } = unwrap(await listRedemptions({ ctx: c.var.ctx, input }));
      const shown = items.map(({ redemption, member, pictureKey }) => ({
        ...redemptionAnswer(redemption),
        member,
        pictureUrl: pictureKey && `/api/pictures/${pictureKey}`,
      }));
      return c.json({ items: shown, ...rest }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/redemptions/{memberId}/{redemptionId}',
        request: { params: parameters },
        responses: { 200: json(redemptionSchema, 'The redemption as it is at this moment') },
      },
    ),
    async (c) => {
      const redemption = unwrap(await getRedemption({ ctx: c.var.ctx, input: c.req.valid('param') }));
      return c.json(redemptionAnswer(redemption, await staffNamesIn(c.var.ctx, redemption)), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/prepare',
        request: { params: parameters },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await prepareRedemption({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/ready',
        request: { params: parameters },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await markReady({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/ship',
        request: { params: parameters, body: jsonBody(shipSchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await shipRedemption({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/correct-parcel',
        request: { params: parameters, body: jsonBody(shipSchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await correctParcel({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/hand-over',
        request: { params: parameters },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await handOverRedemption({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/receive',
        request: { params: parameters },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await receiveRedemption({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/cancel',
        request: { params: parameters, body: jsonBody(cancelSchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const { cashBackMinor, ...rest } = c.req.valid('json');
      const told = cashBackMinor === undefined ? {} : { cashBackMinor };
      const input = { ...rest, ...told, ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await cancelRedemption({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/{memberId}/{redemptionId}/answer-cancel',
        request: { params: parameters, body: jsonBody(answerCancelSchema) },
        responses: answered,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await answerCancelRequest({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .route('/', redemptionDeskRoutes);
