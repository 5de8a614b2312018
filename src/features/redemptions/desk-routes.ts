import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { entryAnswer } from '../members/answers.ts';
import { redemptionAnswer } from './answers.ts';
import { getTrail } from './get-trail.ts';
import { prepareRedemptions } from './prepare-redemptions.ts';
import {
  parcelRowListSchema,
  preparedListSchema,
  prepareManySchema,
  shipParcelsSchema,
  trailSchema,
} from './schemas.ts';
import { shipParcels } from './ship-parcels.ts';

/** Many redemptions at once, and what one left behind, under `console.<root>/api`. */
export const redemptionDeskRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/prepare',
        request: { body: jsonBody(prepareManySchema) },
        responses: { 200: json(preparedListSchema, 'Those whose packing has begun') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      const rows = unwrap(await prepareRedemptions({ ctx: c.var.ctx, input }));
      const shown = rows.map(({ redemptionId, redemption }) => ({
        redemptionId,
        redemption: redemption && redemptionAnswer(redemption),
      }));
      return c.json({ rows: shown }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/redemptions/parcels',
        request: { body: jsonBody(shipParcelsSchema) },
        responses: { 200: json(parcelRowListSchema, 'What became of each row, in their order') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      const rows = unwrap(await shipParcels({ ctx: c.var.ctx, input }));
      const shown = rows.map(({ redemption, ...row }) => ({
        ...row,
        redemption: redemption && redemptionAnswer(redemption),
      }));
      return c.json({ rows: shown }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/redemptions/{memberId}/{redemptionId}/trail',
        request: {
          params: z.object({
            memberId: z.string().min(1).max(64),
            redemptionId: z.string().min(1).max(64),
          }),
        },
        responses: { 200: json(trailSchema, 'Its movements of points, and what the member was told of it') },
      },
    ),
    async (c) => {
      const { entries, letters } = unwrap(await getTrail({ ctx: c.var.ctx, input: c.req.valid('param') }));
      const told = letters.map(({ kind, state, createdAtMs, doneAtMs }) => ({
        kind,
        state,
        at: new Date(doneAtMs ?? createdAtMs).toISOString(),
      }));
      return c.json({ entries: entries.map(entryAnswer), letters: told }, 200);
    },
  );
