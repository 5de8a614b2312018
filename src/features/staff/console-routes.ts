import { z } from '@hono/zod-openapi';
import { hasRole } from '../../http/access.ts';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { AppError, unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeOwnName } from './change-own-name.ts';
import { changeRole } from './change-role.ts';
import { inviteStaff } from './invite-staff.ts';
import { listStaff } from './list-staff.ts';
import {
  changeOwnNameSchema,
  changeRoleSchema,
  doneSchema,
  invitationSchema,
  inviteStaffSchema,
  staffSchema,
} from './schemas.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const invitationParams = z.object({ id: z.string().max(64) });
const personParams = z.object({ userId: z.string().max(64) });

const list = defineRoute(
  { role: 'manager' },
  { method: 'get', path: '/api/staff', responses: { 200: json(staffSchema, 'Staff and open invitations.') } },
);

const invite = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/api/staff/invitations',
    request: { body: jsonBody(inviteStaffSchema) },
    responses: { 201: json(invitationSchema, 'The invitation; its letter is on its way.') },
  },
);

const withdraw = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/api/staff/invitations/{id}/cancel',
    request: { params: invitationParams },
    responses: { 200: json(doneSchema, 'Withdrawn.') },
  },
);

const accept = defineRoute(
  { only: 'session' },
  {
    method: 'post',
    path: '/api/staff/invitations/{id}/accept',
    request: { params: invitationParams },
    responses: { 200: json(doneSchema, 'Joined; the session is on that shop now.') },
  },
);

const setRole = defineRoute(
  { role: 'owner' },
  {
    method: 'patch',
    path: '/api/staff/{userId}',
    request: { params: personParams, body: jsonBody(changeRoleSchema) },
    responses: { 200: json(doneSchema, 'Changed.') },
  },
);

const rename = defineRoute(
  { role: 'clerk' },
  {
    method: 'patch',
    path: '/api/me',
    request: { body: jsonBody(changeOwnNameSchema) },
    responses: { 200: json(doneSchema, 'She is called so from now on.') },
  },
);

const remove = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/api/staff/{userId}/remove',
    request: { params: personParams },
    responses: { 200: json(doneSchema, 'No longer on the staff.') },
  },
);

export const staffConsoleRoutes = jsonRoutes()
  .openapi(list, async (c) => c.json(await listStaff({ ctx: c.var.ctx }), 200))
  .openapi(invite, async (c) => {
    const { ctx, session, idempotencyKey } = c.var;
    const wanted = c.req.valid('json');
    const own = session.membership?.role ?? 'clerk';
    // Nobody hands out more than she has, and managers bring in clerks only.
    if (wanted.role !== 'clerk' && !hasRole(own, 'owner'))
      throw new AppError('forbidden', { requiredRole: 'owner' });
    return c.json(unwrap(await inviteStaff({ ctx, input: { ...wanted, session, idempotencyKey } })), 201);
  })
  .openapi(withdraw, async (c) => {
    const input = { invitationId: c.req.valid('param').id };
    return c.json(unwrap(await withdrawInvitation({ ctx: c.var.ctx, input })), 200);
  })
  .openapi(accept, async (c) => {
    const { services, session } = c.var;
    const input = { invitationId: c.req.valid('param').id };
    return c.json(unwrap(await acceptInvitation({ ctx: { ...services, session }, input })), 200);
  })
  .openapi(setRole, async (c) => {
    const input = { userId: c.req.valid('param').userId, role: c.req.valid('json').role };
    return c.json(unwrap(await changeRole({ ctx: c.var.ctx, input })), 200);
  })
  .openapi(rename, async (c) =>
    c.json(unwrap(await changeOwnName({ ctx: c.var.ctx, input: c.req.valid('json') })), 200),
  )
  .openapi(remove, async (c) => {
    const input = { userId: c.req.valid('param').userId, role: null };
    return c.json(unwrap(await changeRole({ ctx: c.var.ctx, input })), 200);
  });
