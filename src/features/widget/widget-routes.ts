import { z } from '@hono/zod-openapi';
import type { Context } from '../../context.ts';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { AppError, unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { designPreview } from '../design/preview-visit.ts';
import { wordsOf } from '../mall/pages.tsx';
import { listOwnEntries } from '../members/list-entries.ts';
import { pageQuery } from '../paging.ts';
import { readBands, readManifest } from '../publication/read-mall.ts';
import { getRedemption } from '../redemptions/get-redemption.ts';
import { redeemProved } from '../redemptions/redeem-proved.ts';
import { mallUrlOf } from '../tenants/answers.ts';
import { widgetMall } from './get-widget-mall.ts';
import { getWidgetMe } from './get-widget-me.ts';
import {
  localeQuery,
  mallTicketSchema,
  openSessionSchema,
  openTicketSchema,
  widgetEntryListSchema,
  widgetMallSchema,
  widgetMeSchema,
  widgetRedeemSchema,
  widgetRedemptionSchema,
  widgetSessionSchema,
} from './mall-schemas.ts';
import { widgetEntry, widgetRedemption } from './member-answers.ts';
import { openSession } from './open-session.ts';
import { openTicket } from './open-ticket.ts';

/** Prices that worsen bind two minutes after their publish; with the edge's own minute this stays under. */
const MALL_FRESH_SECONDS = 30;

const mallOf = ({ config, tenant }: Context) => ({
  origin: mallUrlOf(config, tenant.slug).replace(/\/$/, ''),
  currency: tenant.currency,
});

/**
 * What the widget on a merchant's own site talks to, under `<slug>.<root>/widget/v1`. Which sites, and who
 * asks, stands before them: `origin-middleware.ts`, `bearer-middleware.ts`.
 */
export const widgetRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { only: 'anyone' },
      {
        method: 'get',
        path: '/mall',
        request: { query: localeQuery },
        responses: { 200: json(widgetMallSchema, 'The published mall: nobody has to be signed in') },
      },
    ),
    async (c) => {
      const { ctx } = c.var;
      const [published, bands] = await Promise.all([readManifest(ctx), readBands(ctx)]);
      if (!published) throw new AppError('not_found');
      const { design } = c.req.query();
      const asked = { design, as: 'visitor', scheme: 'light' };
      const drafted = design === undefined ? null : await designPreview(ctx, published, asked);
      const manifest = drafted?.manifest ?? published;
      const mallUrl = mallUrlOf(ctx.config, ctx.tenant.slug);
      c.header('cache-control', drafted ? 'no-store' : `public, max-age=${MALL_FRESH_SECONDS}`);
      return c.json(widgetMall(wordsOf(drafted ?? { ctx }), { manifest, bands, mallUrl }), 200);
    },
  )
  .openapi(
    defineRoute(
      { only: 'anyone' },
      {
        method: 'post',
        path: '/session',
        request: { query: localeQuery, body: jsonBody(openSessionSchema) },
        responses: { 200: json(widgetSessionSchema, 'A session on this site, for a quarter of an hour') },
      },
      // The token itself is taken once.
      { keyless: true },
    ),
    async (c) => {
      const origin = c.req.header('origin') ?? '';
      const address = c.req.header('cf-connecting-ip') ?? null;
      const input = { ...c.req.valid('json'), origin, address };
      const { bearer, expiresAtMs, member } = unwrap(await openSession({ ctx: c.var.ctx, input }));
      return c.json({ bearer, expiresAt: new Date(expiresAtMs).toISOString(), member }, 200);
    },
  )
  .openapi(
    defineRoute(
      { only: 'member' },
      {
        method: 'get',
        path: '/me',
        request: { query: localeQuery },
        responses: { 200: json(widgetMeSchema, 'Her points and what they buy') },
      },
    ),
    async (c) => {
      const { ctx, member } = c.var;
      return c.json(await getWidgetMe({ ctx, input: { member } }), 200);
    },
  )
  .openapi(
    defineRoute(
      { only: 'member' },
      {
        method: 'get',
        path: '/me/entries',
        request: { query: localeQuery.extend(pageQuery) },
        responses: { 200: json(widgetEntryListSchema, 'What moved her points, newest first, with reasons') },
      },
    ),
    async (c) => {
      const { ctx, member } = c.var;
      const { cursor = null, limit } = c.req.valid('query');
      const input = { memberId: member.memberId, cursor, limit };
      const { items, nextCursor } = unwrap(await listOwnEntries({ ctx, input }));
      const words = wordsOf({ ctx });
      const shown = items.map((row) => widgetEntry(words, row, ctx.tenant.currency));
      return c.json({ items: shown, nextCursor }, 200);
    },
  )
  .openapi(
    defineRoute(
      { only: 'member' },
      {
        method: 'post',
        path: '/me/redemptions',
        request: { query: localeQuery, body: jsonBody(widgetRedeemSchema) },
        responses: { 201: json(widgetRedemptionSchema, 'The redemption; the same key gives it again') },
      },
    ),
    async (c) => {
      const { ctx, idempotencyKey: key } = c.var;
      const input = { ...c.req.valid('json'), quantity: 1, cashEachMinor: 0, payment: null, key };
      return c.json(
        widgetRedemption(wordsOf({ ctx }), unwrap((await redeemProved({ ctx, input })).result), mallOf(ctx)),
        201,
      );
    },
  )
  .openapi(
    defineRoute(
      { only: 'member' },
      {
        method: 'get',
        path: '/me/redemptions/{redemptionId}',
        request: { query: localeQuery, params: z.object({ redemptionId: z.string().min(1).max(64) }) },
        responses: { 200: json(widgetRedemptionSchema, 'The redemption as it is at this moment') },
      },
    ),
    async (c) => {
      const { ctx, member } = c.var;
      const input = { memberId: member.memberId, ...c.req.valid('param') };
      return c.json(
        widgetRedemption(wordsOf({ ctx }), unwrap(await getRedemption({ ctx, input })), mallOf(ctx)),
        200,
      );
    },
  )
  .openapi(
    defineRoute(
      { only: 'member' },
      {
        method: 'post',
        path: '/me/ticket',
        request: { query: localeQuery, body: jsonBody(openTicketSchema) },
        responses: { 201: json(mallTicketSchema, 'An address that opens the mall signed in, once') },
      },
      // Each is another ticket; one that nobody uses is gone in a minute.
      { keyless: true },
    ),
    async (c) => {
      const { ctx } = c.var;
      return c.json(unwrap(await openTicket({ ctx, input: c.req.valid('json') })), 201);
    },
  );
