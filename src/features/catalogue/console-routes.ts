import { z } from '@hono/zod-openapi';
import type { Context } from '../../context.ts';
import { hasRole } from '../../http/access.ts';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { rewardAnswer } from './answers.ts';
import { changeReward } from './change-reward.ts';
import { changeUnits } from './change-units.ts';
import { createReward } from './create-reward.ts';
import { duplicateReward } from './duplicate-reward.ts';
import { getReward, listRewards, type RewardWithStock } from './get-reward.ts';
import { orderRewards } from './order-rewards.ts';
import { publishReward } from './publish-reward.ts';
import {
  changeRewardSchema,
  changeUnitsSchema,
  createRewardSchema,
  orderRewardsSchema,
  rewardSchema,
  shelfSchema,
} from './schemas.ts';
import { setPicture } from './set-picture.ts';
import { setRewardState } from './set-reward-state.ts';
import { FIGURES_DAYS, shelfFigures } from './shelf-figures.ts';

const parameters = z.object({ rewardId: z.string().min(1).max(64) });
/** What it is, the bytes say; the header is not believed. */
const PICTURE_BODY = {
  required: true,
  description: 'JPEG, PNG, WebP or a plain SVG of at most 10 MB.',
  content: { 'image/*': { schema: { type: 'string' as const, format: 'binary' } } },
};
const shown = ({ actor }: Context, reward: RewardWithStock) => {
  const costs = actor.kind === 'staff' && hasRole(actor.role, 'manager');
  return rewardAnswer(reward, { picturePath: '/api/pictures/', costs });
};

/** The shelf with how each reward does; what is unknown of a new one is nothing. */
async function shelfAnswer(ctx: Context, shelf: RewardWithStock[]) {
  const figures = await shelfFigures(
    ctx,
    shelf.map(({ reward }) => reward),
  );
  const items = shelf.map((each) => ({
    ...shown(ctx, each),
    figures: figures.get(each.reward.id) ?? { redeemed: 0, withinReach: null },
  }));
  return { items, figuresDays: FIGURES_DAYS };
}

/** Rewards as staff edit and publish them, under `console.<root>/api`. */
export const catalogueConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/rewards',
        responses: { 200: json(shelfSchema, 'Every reward, in the order of the shelf') },
      },
    ),
    async (c) => c.json(await shelfAnswer(c.var.ctx, await listRewards({ ctx: c.var.ctx })), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/rewards/order',
        request: { body: jsonBody(orderRewardsSchema) },
        responses: { 200: json(shelfSchema, 'The shelf in its new order, which members see at once') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      const shelf = unwrap(await orderRewards({ ctx: c.var.ctx, input }));
      return c.json(await shelfAnswer(c.var.ctx, shelf), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/rewards/{rewardId}/duplicate',
        request: { params: parameters },
        responses: { 201: json(rewardSchema, 'A new draft that says the same') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(shown(c.var.ctx, unwrap(await duplicateReward({ ctx: c.var.ctx, input }))), 201);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/rewards',
        request: { body: jsonBody(createRewardSchema) },
        responses: { 201: json(rewardSchema, 'A new draft') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(shown(c.var.ctx, unwrap(await createReward({ ctx: c.var.ctx, input }))), 201);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/rewards/{rewardId}',
        request: { params: parameters },
        responses: { 200: json(rewardSchema, 'A reward with its units at this moment') },
      },
    ),
    async (c) =>
      c.json(shown(c.var.ctx, unwrap(await getReward({ ctx: c.var.ctx, input: c.req.valid('param') }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'patch',
        path: '/rewards/{rewardId}',
        request: { params: parameters, body: jsonBody(changeRewardSchema) },
        responses: { 200: json(rewardSchema, 'The draft as changed; members see it once it is published') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(shown(c.var.ctx, unwrap(await changeReward({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/rewards/{rewardId}/publish',
        request: { params: parameters },
        responses: {
          200: json(rewardSchema, 'The reward as members see it; a worse price follows in two minutes'),
        },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(shown(c.var.ctx, unwrap(await publishReward({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/rewards/{rewardId}/units',
        request: { params: parameters, body: jsonBody(changeUnitsSchema) },
        responses: { 200: json(rewardSchema, 'The reward with its units as changed') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(shown(c.var.ctx, unwrap(await changeUnits({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/rewards/{rewardId}/picture',
        request: { params: parameters, body: PICTURE_BODY },
        responses: { 200: json(rewardSchema, 'The draft with its new picture') },
      },
    ),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const input = { ...c.req.valid('param'), bytes, key: c.var.idempotencyKey };
      return c.json(shown(c.var.ctx, unwrap(await setPicture({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/rewards/{rewardId}/{action}',
        request: { params: parameters.extend({ action: z.enum(['stop', 'resume', 'archive']) }) },
        responses: { 200: json(rewardSchema, 'The reward, off the shelf or back on it') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), key: c.var.idempotencyKey };
      return c.json(shown(c.var.ctx, unwrap(await setRewardState({ ctx: c.var.ctx, input }))), 200);
    },
  );
