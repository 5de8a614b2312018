import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { getMember } from '../members/find-member.ts';
import { memberIdParameters } from '../members/schemas.ts';
import { changeForm } from './change-form.ts';
import { getForm, getMemberProfile } from './read-form.ts';
import { changeProfileFormSchema, memberProfileSchema, profileFormSchema } from './schemas.ts';

/** What the shop asks its members about themselves, under `console.<root>/api`. */
export const profileFormConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/profile-form',
        responses: { 200: json(profileFormSchema, 'The questions, and how many have answered') },
      },
    ),
    async (c) => c.json(await getForm({ ctx: c.var.ctx }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/profile-form',
        request: { body: jsonBody(changeProfileFormSchema) },
        responses: { 200: json(profileFormSchema, 'What is asked from now on') },
      },
    ),
    async (c) => {
      const { ctx, idempotencyKey: key } = c.var;
      unwrap(await changeForm({ ctx, input: { ...c.req.valid('json'), key } }));
      return c.json(await getForm({ ctx }), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/members/{memberId}/profile',
        request: { params: memberIdParameters },
        responses: { 200: json(memberProfileSchema, 'What she said of herself') },
      },
    ),
    async (c) => {
      const { ctx } = c.var;
      const input = c.req.valid('param');
      const { birthday } = unwrap(await getMember({ ctx, input }));
      return c.json({ ...(await getMemberProfile({ ctx, input })), birthday }, 200);
    },
  );
