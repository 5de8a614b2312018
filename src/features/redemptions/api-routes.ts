import { z } from '@hono/zod-openapi';
import { defineRoute, json } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { pageQuery } from '../paging.ts';
import { redemptionAnswer } from './answers.ts';
import { findRedemption } from './get-redemption.ts';
import { listRedemptions } from './list-redemptions.ts';
import { redemptionFilterSchema, redemptionListSchema, redemptionSchema } from './schemas.ts';

/** Redemptions as the merchant's own server reads them, under `api.<root>/v1`. */
export const redemptionApiRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { scope: 'redemptions:read' },
      {
        method: 'get',
        path: '/redemptions',
        request: {
          query: z.object({
            state: redemptionFilterSchema.optional(),
            memberId: z.string().max(64).optional(),
            ...pageQuery,
          }),
        },
        responses: { 200: json(redemptionListSchema, 'Redemptions, newest first, and how many stand where') },
      },
    ),
    async (c) => {
      const { state = null, memberId = null, cursor = null, limit } = c.req.valid('query');
      const input = { state, memberId, search: null, cursor, limit };
      const { items, ...rest } = unwrap(await listRedemptions({ ctx: c.var.ctx, input }));
      const shown = items.map(({ redemption, member }) => ({ ...redemptionAnswer(redemption), member }));
      return c.json({ items: shown, ...rest }, 200);
    },
  )
  .openapi(
    defineRoute(
      { scope: 'redemptions:read' },
      {
        method: 'get',
        path: '/redemptions/{redemptionId}',
        request: { params: z.object({ redemptionId: z.string().min(1).max(64) }) },
        responses: { 200: json(redemptionSchema, 'The redemption as it is at this moment') },
      },
    ),
    async (c) => {
      const redemption = await findRedemption({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.json(redemptionAnswer(unwrap(redemption)), 200);
    },
  );
