import { z } from '@hono/zod-openapi';
import type { RedemptionView } from '../../account/contract.ts';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { memberIdParameters } from '../members/schemas.ts';
import { redemptionAnswer } from '../redemptions/answers.ts';
import { handOverRedemption } from '../redemptions/fulfil-redemption.ts';
import { redemptionSchema } from '../redemptions/schemas.ts';
import { askAnswer } from './answers.ts';
import { listAffordable } from './list-affordable.ts';
import { listWaiting } from './list-waiting.ts';
import { openAsk, withdraw } from './open-ask.ts';
import { readAsk } from './read-ask.ts';
import { redeemAtCounter } from './redeem-at-counter.ts';
import {
  affordableListSchema,
  askSchema,
  openAskSchema,
  redeemAtCounterSchema,
  waitingSchema,
} from './schemas.ts';

const redemptionParameters = memberIdParameters.extend({ redemptionId: z.string().min(1).max(64) });
const askParameters = z.object({ askId: z.string().min(1).max(64) });

/** Spending at the counter, with the member there, under `console.<root>/api`. */
export const counterSpendingRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/counter/members/{memberId}/rewards',
        request: { params: memberIdParameters },
        responses: { 200: json(affordableListSchema, 'What she can have now, dearest first') },
      },
    ),
    async (c) => {
      const items = unwrap(await listAffordable({ ctx: c.var.ctx, input: c.req.valid('param') }));
      return c.json({ items }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/counter/members/{memberId}/waiting',
        request: { params: memberIdParameters },
        responses: {
          200: json(waitingSchema, 'Her open vouchers and pick-ups, and what she has to pay here'),
        },
      },
    ),
    async (c) => {
      const waiting = unwrap(await listWaiting({ ctx: c.var.ctx, input: c.req.valid('param') }));
      const shown = (views: RedemptionView[]) => views.map((view) => redemptionAnswer(view));
      const { vouchers, pickUps, toPay } = waiting;
      return c.json({ vouchers: shown(vouchers), pickUps: shown(pickUps), toPay: shown(toPay) }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/redemptions/{memberId}/{redemptionId}/hand-over',
        request: { params: redemptionParameters },
        responses: { 200: json(redemptionSchema, 'She has it in her hand: received') },
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
        path: '/counter/members/{memberId}/redemptions',
        request: { params: memberIdParameters, body: jsonBody(redeemAtCounterSchema) },
        responses: {
          200: json(redemptionSchema, 'The redemption: goods are handed over, a voucher is issued'),
        },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(redemptionAnswer(unwrap(await redeemAtCounter({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/asks',
        request: { body: jsonBody(openAskSchema) },
        responses: { 200: json(askSchema, 'What the member is asked to confirm on her phone') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(askAnswer(c.var.ctx, unwrap(await openAsk({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/counter/asks/{askId}',
        request: { params: askParameters },
        responses: { 200: json(askSchema, 'The ask as it stands now, and what came of it') },
      },
    ),
    async (c) => {
      const ask = unwrap(await readAsk({ ctx: c.var.ctx, input: c.req.valid('param') }));
      return c.json(askAnswer(c.var.ctx, ask), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/asks/{askId}/withdraw',
        request: { params: askParameters },
        responses: { 200: json(askSchema, 'The ask, withdrawn unless it was answered before') },
      },
    ),
    async (c) => {
      const ask = unwrap(await withdraw({ ctx: c.var.ctx, input: c.req.valid('param') }));
      return c.json(askAnswer(c.var.ctx, ask), 200);
    },
  );
