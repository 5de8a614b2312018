import { z } from '@hono/zod-openapi';
import { defineRoute, json } from '../../http/define-route.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { readBands, readManifest } from '../publication/read-mall.ts';
import { publishedRewardAnswer } from './answers.ts';
import { publishedRewardSchema } from './schemas.ts';

/** What members can redeem, from the published mall, under `api.<root>/v1`. */
export const catalogueApiRoutes = jsonRoutes().openapi(
  defineRoute(
    { scope: 'rewards:read' },
    {
      method: 'get',
      path: '/rewards',
      responses: {
        200: json(z.object({ items: z.array(publishedRewardSchema) }), 'Rewards on the shelf, in its order'),
      },
    },
  ),
  async (c) => {
    const { ctx } = c.var;
    const [manifest, bands] = await Promise.all([readManifest(ctx), readBands(ctx)]);
    const { scheme, rootHost } = ctx.config;
    const origin = `${scheme}://${ctx.tenant.slug}.${rootHost}`;
    const cards = (manifest?.rewards ?? []).filter((card) => card.state === 'live');
    const items = cards.map((card) => publishedRewardAnswer(card, bands[card.rewardId] ?? 'in', origin));
    return c.json({ items }, 200);
  },
);
