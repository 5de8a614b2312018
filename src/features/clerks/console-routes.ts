import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import type { AppContext } from '../../http/env.ts';
import { AppError, unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { doneSchema } from '../staff/schemas.ts';
import { readDeviceToken, writeDeviceToken } from './device-cookie.ts';
import { getDevice } from './get-device.ts';
import { type Joined, joinCounter } from './join-counter.ts';
import { lookAtLink } from './look-at-link.ts';
import { makeClerkLink, resetClerkPin } from './make-link.ts';
import { selectPin } from './pin-queries.ts';
import {
  clerkLinkLookSchema,
  clerkLinkSchema,
  deviceSchema,
  joinSchema,
  lookSchema,
  ownPinSchema,
  ownPinStateSchema,
  pinSchema,
  signInByPinSchema,
} from './schemas.ts';
import { setOwnPin } from './set-own-pin.ts';
import { signInByPin } from './sign-in-by-pin.ts';
import { startSession } from './start-session.ts';
import { takeDevice } from './take-device.ts';
import { lockNow, unlock } from './unlock.ts';
import { withdrawClerkLink } from './withdraw-link.ts';

const linkParams = z.object({ id: z.string().max(64) });
const personParams = z.object({ userId: z.string().max(64) });
const done = (description: string) => ({ 200: json(doneSchema, description) });

const makeLink = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/staff/clerk-links',
    responses: { 201: json(clerkLinkSchema, 'A link that makes one clerk, within a week.') },
  },
);
const withdraw = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/staff/clerk-links/{id}/withdraw',
    request: { params: linkParams },
    responses: done('The link opens nothing any more.'),
  },
);
const reset = defineRoute(
  { role: 'manager' },
  {
    method: 'post',
    path: '/staff/{userId}/pin-link',
    request: { params: personParams },
    responses: { 201: json(clerkLinkSchema, 'Her PIN and her sessions have ended; this gives a new one.') },
  },
);
const look = defineRoute(
  { only: 'anyone' },
  {
    method: 'post',
    path: '/counter/link',
    request: { body: jsonBody(lookSchema) },
    responses: { 200: json(clerkLinkLookSchema, 'Where the link leads.') },
  },
);
const join = defineRoute(
  { only: 'anyone' },
  {
    method: 'post',
    path: '/counter/join',
    request: { body: jsonBody(joinSchema) },
    responses: done('She is a clerk and signed in on this device.'),
  },
);
const device = defineRoute(
  { only: 'anyone' },
  {
    method: 'get',
    path: '/counter/device',
    responses: { 200: json(deviceSchema, 'Who may sign in on this device by a PIN.') },
  },
);
const signIn = defineRoute(
  { only: 'anyone' },
  {
    method: 'post',
    path: '/counter/sign-in',
    request: { body: jsonBody(signInByPinSchema) },
    responses: done('She is signed in on this device, and nobody else is.'),
  },
);
const keep = defineRoute(
  { role: 'clerk' },
  {
    method: 'post',
    path: '/counter/device',
    request: { body: jsonBody(pinSchema) },
    responses: done('The clerk goes on by her PIN on this device.'),
  },
);
const open = defineRoute(
  { only: 'present' },
  {
    method: 'post',
    path: '/counter/unlock',
    request: { body: jsonBody(pinSchema) },
    responses: done('The session goes on.'),
  },
);
const lock = defineRoute(
  { only: 'present' },
  { method: 'post', path: '/counter/lock', responses: done('The session asks for the PIN.') },
);
const ownPin = defineRoute(
  { role: 'clerk' },
  {
    method: 'get',
    path: '/me/pin',
    responses: { 200: json(ownPinStateSchema, 'Whether the caller has a PIN here.') },
  },
);
const changePin = defineRoute(
  { role: 'clerk' },
  {
    method: 'put',
    path: '/me/pin',
    request: { body: jsonBody(ownPinSchema) },
    responses: done('This is her PIN from now on.'),
  },
);

/** The browser's cookies after a right PIN; nothing of it may be kept by anyone in between. */
async function signedIn(c: AppContext, { tenantId, userId }: Joined) {
  const { headers } = c.req.raw;
  const input = { tenantId, userId, deviceToken: readDeviceToken(c), headers };
  const { deviceToken, cookies } = await startSession(c.var.services, input);
  writeDeviceToken(c, deviceToken);
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  return { done: true as const };
}

export const clerkConsoleRoutes = jsonRoutes()
  .openapi(makeLink, async (c) => {
    const { ctx, idempotencyKey } = c.var;
    return c.json(unwrap(await makeClerkLink({ ctx, input: { idempotencyKey } })), 201);
  })
  .openapi(withdraw, async (c) => {
    const input = { linkId: c.req.valid('param').id };
    return c.json(unwrap(await withdrawClerkLink({ ctx: c.var.ctx, input })), 200);
  })
  .openapi(reset, async (c) => {
    const { ctx, idempotencyKey } = c.var;
    const input = { userId: c.req.valid('param').userId, idempotencyKey };
    return c.json(unwrap(await resetClerkPin({ ctx, input })), 201);
  })
  .openapi(look, async (c) =>
    c.json(unwrap(await lookAtLink({ ctx: c.var.services, input: c.req.valid('json') })), 200),
  )
  .openapi(join, async (c) => {
    const { services, idempotencyKey } = c.var;
    const input = { ...c.req.valid('json'), idempotencyKey };
    return c.json(await signedIn(c, unwrap(await joinCounter({ ctx: services, input }))), 200);
  })
  .openapi(device, async (c) => {
    const input = { deviceToken: readDeviceToken(c) };
    c.header('cache-control', 'no-store');
    return c.json(await getDevice({ ctx: c.var.services, input }), 200);
  })
  .openapi(signIn, async (c) => {
    const input = { ...c.req.valid('json'), deviceToken: readDeviceToken(c) };
    return c.json(await signedIn(c, unwrap(await signInByPin({ ctx: c.var.services, input }))), 200);
  })
  .openapi(keep, async (c) => {
    const { ctx, session } = c.var;
    if (!session) throw new AppError('unauthenticated');
    const input = { ...c.req.valid('json'), session };
    return c.json(await signedIn(c, unwrap(await takeDevice({ ctx, input }))), 200);
  })
  .openapi(open, async (c) => {
    const { services, session } = c.var;
    const ctx = { ...services, session };
    return c.json(unwrap(await unlock({ ctx, input: c.req.valid('json') })), 200);
  })
  .openapi(lock, async (c) => {
    const { services, session } = c.var;
    return c.json(unwrap(await lockNow({ ctx: { ...services, session } })), 200);
  })
  .openapi(ownPin, async (c) => {
    const { ctx, session } = c.var;
    const kept = await selectPin(ctx.authDb, ctx.tenant.id, session.user.id);
    return c.json({ isSet: kept !== null }, 200);
  })
  .openapi(changePin, async (c) => {
    const { ctx, session } = c.var;
    if (!session) throw new AppError('unauthenticated');
    const input = { ...c.req.valid('json'), session };
    return c.json(unwrap(await setOwnPin({ ctx, input })), 200);
  });
