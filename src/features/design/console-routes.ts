import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { storePicture } from '../catalogue/store-picture.ts';
import { designAnswer, designVersionsAnswer } from './answers.ts';
import { getDesign } from './get-design.ts';
import { listDesignVersions } from './list-design-versions.ts';
import { designPreviewAddress } from './preview-token.ts';
import { publishDesign } from './publish-design.ts';
import { restoreDesign } from './restore-design.ts';
import { saveDraft } from './save-draft.ts';
import { scheduleDesign, unscheduleDesign } from './schedule-design.ts';
import {
  designPreviewSchema,
  designSchema,
  designVersionsSchema,
  publishDesignSchema,
  saveDraftSchema,
  scheduleDesignSchema,
  seenDraftSchema,
  storedPictureSchema,
} from './schemas.ts';

const PICTURE_BODY = {
  required: true,
  description: 'JPEG, PNG, WebP or a plain SVG of at most 10 MB.',
  content: { 'image/*': { schema: { type: 'string' as const, format: 'binary' } } },
};
const versionParameters = z.object({ version: z.coerce.number().int().min(1) });
const state = json(designSchema, 'The design as it is edited and as members see it');

/** How the mall looks, under `console.<root>/api`. */
export const designConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute({ role: 'manager' }, { method: 'get', path: '/design', responses: { 200: state } }),
    async (c) => c.json(designAnswer(unwrap(await getDesign({ ctx: c.var.ctx }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/design/draft',
        request: { body: jsonBody(saveDraftSchema) },
        responses: { 200: state },
      },
    ),
    async (c) =>
      c.json(designAnswer(unwrap(await saveDraft({ ctx: c.var.ctx, input: c.req.valid('json') }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/design/publish',
        request: { body: jsonBody(publishDesignSchema) },
        responses: { 200: state },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(designAnswer(unwrap(await publishDesign({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/design/schedule',
        request: { body: jsonBody(scheduleDesignSchema) },
        responses: { 200: state },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(designAnswer(unwrap(await scheduleDesign({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      { method: 'delete', path: '/design/schedule', responses: { 200: state } },
    ),
    async (c) => c.json(designAnswer(unwrap(await unscheduleDesign({ ctx: c.var.ctx }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/design/versions',
        responses: { 200: json(designVersionsSchema, 'What was published last, newest first') },
      },
    ),
    async (c) => c.json(designVersionsAnswer(await listDesignVersions({ ctx: c.var.ctx })), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/design/versions/{version}/restore',
        request: { params: versionParameters, body: jsonBody(seenDraftSchema) },
        responses: { 200: state },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(designAnswer(unwrap(await restoreDesign({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/design/preview',
        responses: { 200: json(designPreviewSchema, 'Where the mall draws the draft, for two hours') },
      },
    ),
    async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await designPreviewAddress(c.var.ctx), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/pictures',
        request: { body: PICTURE_BODY },
        responses: { 201: json(storedPictureSchema, 'The picture under its own name') },
      },
    ),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const pictureKey = unwrap(await storePicture(c.var.ctx, bytes));
      return c.json({ pictureKey, url: `/api/pictures/${pictureKey}` }, 201);
    },
  );
