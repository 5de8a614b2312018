import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { composed } from '../../lib/written-schema.ts';
import { pageQuery } from '../paging.ts';
import { entryAnswer, memberAnswer } from './answers.ts';
import { createMember } from './create-member.ts';
import { findMemberByExternalId, getMember } from './find-member.ts';
import { getOverview } from './get-overview.ts';
import { listEntries } from './list-entries.ts';
import {
  createMemberSchema,
  entryListSchema,
  memberBalanceSchema,
  memberIdParameters,
  memberSchema,
} from './schemas.ts';

/** Members as the merchant's own server sees them, under `api.<root>/v1`. */
export const memberApiRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { scope: 'members:read' },
      {
        method: 'get',
        path: '/members',
        request: { query: z.object({ externalId: composed(128) }) },
        responses: { 200: json(memberSchema, 'The member with this id of yours') },
      },
    ),
    async (c) => {
      const member = await findMemberByExternalId({ ctx: c.var.ctx, input: c.req.valid('query') });
      return c.json(memberAnswer(unwrap(member)), 200);
    },
  )
  .openapi(
    defineRoute(
      { scope: 'members:write' },
      {
        method: 'post',
        path: '/members',
        request: { body: jsonBody(createMemberSchema) },
        responses: {
          200: json(memberSchema, 'Somebody who is a member already'),
          201: json(memberSchema, 'A new member; orders that waited for her are credited'),
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
      { scope: 'members:read' },
      {
        method: 'get',
        path: '/members/{memberId}',
        request: { params: memberIdParameters },
        responses: { 200: json(memberSchema, 'A member') },
      },
    ),
    async (c) => {
      const member = await getMember({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.json(memberAnswer(unwrap(member)), 200);
    },
  )
  .openapi(
    defineRoute(
      { scope: 'members:read' },
      {
        method: 'get',
        path: '/members/{memberId}/balance',
        request: { params: memberIdParameters },
        responses: { 200: json(memberBalanceSchema, 'Her points at this moment') },
      },
    ),
    async (c) => {
      const { overview } = unwrap(await getOverview({ ctx: c.var.ctx, input: c.req.valid('param') }));
      const expiries = overview.expiries.map(({ expiresAtMs, points }) => ({
        expiresAt: isoOrNull(expiresAtMs),
        points,
      }));
      return c.json({ ...overview.balances, expiries }, 200);
    },
  )
  .openapi(
    defineRoute(
      { scope: 'members:read' },
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
  );
