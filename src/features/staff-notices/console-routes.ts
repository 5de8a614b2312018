import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import type { AppContext } from '../../http/env.ts';
import { AppError, unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { pageQuery } from '../paging.ts';
import { doneSchema } from '../staff/schemas.ts';
import { chooseNotices, getNoticeChoice } from './choose-notices.ts';
import { listNotices } from './list-notices.ts';
import { noticeChoiceSchema, noticeLogSchema, noticesSchema } from './schemas.ts';
import { sendTestNotice } from './send-test-notice.ts';

/** Who reads or chooses: always the caller. Letters go to an address that she proved. */
function readerOf(c: Pick<AppContext, 'get'>) {
  const session = c.get('session');
  if (!session) throw new AppError('unauthenticated');
  const { id: userId, email, emailVerified } = session.user;
  return { userId, email: emailVerified ? email : null };
}

/** What the shop writes to its staff, under `console.<root>/api`. */
export const staffNoticeConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/notices',
        responses: { 200: json(noticesSchema, 'What the caller hears of, and where') },
      },
    ),
    async (c) => {
      const { userId, email } = readerOf(c);
      return c.json({ email, choice: await getNoticeChoice({ ctx: c.var.ctx, input: { userId } }) }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/notices',
        request: { body: jsonBody(noticeChoiceSchema) },
        responses: { 200: json(noticesSchema, 'What the caller hears of from now on') },
      },
    ),
    async (c) => {
      const { userId, email } = readerOf(c);
      const input = { ...c.req.valid('json'), userId, key: c.var.idempotencyKey };
      return c.json({ email, choice: unwrap(await chooseNotices({ ctx: c.var.ctx, input })) }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/notices/test',
        responses: { 200: json(doneSchema, 'A letter to the caller is on its way') },
      },
    ),
    async (c) => {
      const input = { ...readerOf(c), key: c.var.idempotencyKey };
      return c.json(unwrap(await sendTestNotice({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/notices/log',
        request: { query: z.object({ ...pageQuery }) },
        responses: { 200: json(noticeLogSchema, 'Letters to the caller, or for the owner to everybody') },
      },
    ),
    async (c) => {
      const { cursor = null, limit } = c.req.valid('query');
      const { ctx } = c.var;
      const isOwner = ctx.actor.kind === 'staff' && ctx.actor.role === 'owner';
      const userId = isOwner ? null : readerOf(c).userId;
      return c.json(unwrap(await listNotices({ ctx, input: { userId, cursor, limit } })), 200);
    },
  );
