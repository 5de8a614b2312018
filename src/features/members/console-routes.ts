import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';
import { quoteRefund } from '../orders/quote-refund.ts';
import { recordPurchase } from '../orders/record-purchase.ts';
import { refundPurchase } from '../orders/refund-purchase.ts';
import {
  purchaseBodySchema,
  recordedPurchaseSchema,
  refundAnswerSchema,
  refundPurchaseSchema,
  refundQuoteSchema,
} from '../orders/schemas.ts';
import { pageQuery } from '../paging.ts';
import { adjustPoints } from './adjust-points.ts';
import { entryAnswer, listedAnswer, memberAnswer, overviewAnswer, timelineAnswer } from './answers.ts';
import { createMember } from './create-member.ts';
import { findMember } from './find-member.ts';
import { freezeAccount } from './freeze-account.ts';
import { getOverview } from './get-overview.ts';
import { listEntries } from './list-entries.ts';
import { listMembers } from './list-members.ts';
import { MEMBER_SORTS, SORT_DIRECTIONS } from './list-queries.ts';
import { listTimeline } from './list-timeline.ts';
import {
  adjustmentSchema,
  adjustPointsSchema,
  createMemberSchema,
  entryListSchema,
  freezeAnswerSchema,
  freezeSchema,
  memberIdParameters,
  memberListSchema,
  memberOverviewSchema,
  memberSchema,
  timelineSchema,
  updateMemberSchema,
} from './schemas.ts';
import { updateMember } from './update-member.ts';

/** Members as staff work with them, under `console.<root>/api`. */
export const memberConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/members',
        request: {
          query: z.object({
            search: writtenOnLine(80).optional(),
            sort: z.enum(MEMBER_SORTS).default('joined'),
            direction: z.enum(SORT_DIRECTIONS).default('desc'),
            ...pageQuery,
          }),
        },
        responses: { 200: json(memberListSchema, 'Members with their figures, sorted by one of them') },
      },
    ),
    async (c) => {
      const { search, cursor, ...asked } = c.req.valid('query');
      const input = { ...asked, search: search || null, cursor: cursor ?? null };
      const { items, ...page } = unwrap(await listMembers({ ctx: c.var.ctx, input }));
      return c.json({ items: items.map(listedAnswer), ...page }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/members/find',
        request: { query: z.object({ q: writtenOnLine(254).min(1) }) },
        responses: { 200: json(memberSchema, 'The member with this phone, e-mail or number') },
      },
    ),
    async (c) => {
      const input = { typed: c.req.valid('query').q };
      return c.json(memberAnswer(unwrap(await findMember({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/members',
        request: { body: jsonBody(createMemberSchema) },
        responses: {
          200: json(memberSchema, 'Somebody who is a member already'),
          201: json(memberSchema, 'A new member'),
        },
      },
    ),
    async (c) => {
      const { member, joined } = unwrap(await createMember({ ctx: c.var.ctx, input: c.req.valid('json') }));
      return c.json(memberAnswer(member), joined ? 201 : 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/members/{memberId}',
        request: { params: memberIdParameters },
        responses: { 200: json(memberOverviewSchema, 'A member with her points at this moment') },
      },
    ),
    async (c) => {
      const { member, overview } = unwrap(await getOverview({ ctx: c.var.ctx, input: c.req.valid('param') }));
      return c.json(overviewAnswer(member, overview), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/members/{memberId}/entries',
        request: { params: memberIdParameters, query: z.object(pageQuery) },
        responses: { 200: json(entryListSchema, 'What moved her points, newest first') },
      },
    ),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const input = { ...c.req.valid('param'), cursor: cursor ?? null, limit };
      const { items, nextCursor } = unwrap(await listEntries({ ctx: c.var.ctx, input }));
      return c.json({ items: items.map(entryAnswer), nextCursor }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/members/{memberId}/purchases',
        request: { params: memberIdParameters, body: jsonBody(purchaseBodySchema) },
        responses: { 200: json(recordedPurchaseSchema, 'What the purchase earned, and why') },
      },
    ),
    async (c) => {
      const key = c.var.idempotencyKey;
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key };
      return c.json(unwrap(await recordPurchase({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/members/{memberId}/refunds/quote',
        request: { params: memberIdParameters, body: jsonBody(refundPurchaseSchema) },
        responses: {
          200: json(refundQuoteSchema, 'What is left of a purchase, and what a refund would take'),
        },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param') };
      return c.json(unwrap(await quoteRefund({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/members/{memberId}/refunds',
        request: { params: memberIdParameters, body: jsonBody(refundPurchaseSchema) },
        responses: { 200: json(refundAnswerSchema, 'What the refund took') },
      },
    ),
    async (c) => {
      const key = c.var.idempotencyKey;
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key };
      return c.json(unwrap(await refundPurchase({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      // Who may change how a member is recognised could sign in as her.
      { role: 'manager' },
      {
        method: 'patch',
        path: '/members/{memberId}',
        request: { params: memberIdParameters, body: jsonBody(updateMemberSchema) },
        responses: { 200: json(memberSchema, 'The member as she now is') },
      },
    ),
    async (c) => {
      const key = c.var.idempotencyKey;
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key };
      return c.json(memberAnswer(unwrap(await updateMember({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/members/{memberId}/adjustments',
        request: { params: memberIdParameters, body: jsonBody(adjustPointsSchema) },
        responses: { 200: json(adjustmentSchema, 'The points given or taken') },
      },
    ),
    async (c) => {
      const key = c.var.idempotencyKey;
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key };
      const { points, balances } = unwrap(await adjustPoints({ ctx: c.var.ctx, input }));
      return c.json({ points, balances }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/members/{memberId}/timeline',
        request: { params: memberIdParameters, query: z.object(pageQuery) },
        responses: { 200: json(timelineSchema, 'What befell her: points, redemptions, questions, letters') },
      },
    ),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const input = { ...c.req.valid('param'), cursor: cursor ?? null, limit };
      const { items, nextCursor } = unwrap(await listTimeline({ ctx: c.var.ctx, input }));
      return c.json({ items: items.map(timelineAnswer), nextCursor }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/members/{memberId}/freeze',
        request: { params: memberIdParameters, body: jsonBody(freezeSchema) },
        responses: { 200: json(freezeAnswerSchema, 'Whether she can spend and earn from now on') },
      },
    ),
    async (c) => {
      const key = c.var.idempotencyKey;
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key };
      const { frozenAtMs } = unwrap(await freezeAccount({ ctx: c.var.ctx, input }));
      return c.json({ frozenAt: isoOrNull(frozenAtMs) }, 200);
    },
  );
