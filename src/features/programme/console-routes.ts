import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { programmeAnswer, versionsAnswer } from './answers.ts';
import { getProgramme } from './get-programme.ts';
import { listProgrammeVersions } from './list-programme-versions.ts';
import { publishProgramme } from './publish-programme.ts';
import { programmeAnswerSchema, programmeVersionsSchema, publishProgrammeSchema } from './schemas.ts';

/** How members earn, under `console.<root>/api`. */
export const programmeConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/programme',
        responses: { 200: json(programmeAnswerSchema, 'What binds now and what will') },
      },
    ),
    async (c) => c.json(programmeAnswer(unwrap(await getProgramme({ ctx: c.var.ctx }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/programme/versions',
        responses: { 200: json(programmeVersionsSchema, 'What was published last, newest first') },
      },
    ),
    async (c) => c.json(versionsAnswer(await listProgrammeVersions({ ctx: c.var.ctx })), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/programme',
        request: { body: jsonBody(publishProgrammeSchema) },
        responses: { 200: json(programmeAnswerSchema, 'What binds now and what will') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(programmeAnswer(unwrap(await publishProgramme({ ctx: c.var.ctx, input }))), 200);
    },
  );
