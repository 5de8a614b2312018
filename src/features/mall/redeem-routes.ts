import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';
import { readBands, readReward } from '../publication/read-mall.ts';
import { refreshBandLater } from '../publication/refresh-bands.ts';
import { confirmRoutes } from './confirm-routes.ts';
import { rewardPage, sharePage } from './pages.tsx';
import { readMember } from './read-member.ts';
import { newFormKey } from './redeem-form.ts';
import { readOwnOrders } from './redeemed-units.ts';

/** From a reward's page over the confirm form to the redemption. */
export const redeemRoutes = new Hono<AppEnv>()
  .get('/rewards/:id', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const rewardId = c.req.param('id');
    const page = await readReward(ctx, rewardId);
    if (!page) throw new AppError('not_found');
    const [member, bands, { redeemedUnits, order }] = await Promise.all([
      readMember({ ctx }),
      readBands(ctx),
      readOwnOrders({ ctx, input: { rewardId } }),
    ]);
    // Units come back by the clock too, where nobody's request brings the band to the edge.
    if (bands[rewardId] === 'out') refreshBandLater(ctx, rewardId);
    const signedIn = member.kind !== 'visitor';
    const source = { page, bands, member, redeemedUnits, own: order, draftKey: newFormKey() };
    return c.html(rewardPage({ ...visit, signedIn }, source));
  })
  .get('/rewards/:id/share', async (c) => {
    const { visit } = c.var;
    const page = await readReward(visit.ctx, c.req.param('id'));
    if (!page) throw new AppError('not_found');
    return c.html(sharePage(visit, page));
  })
  .route('/', confirmRoutes);
