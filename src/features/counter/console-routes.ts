import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { memberIdParameters } from '../members/schemas.ts';
import { recordPurchase } from '../orders/record-purchase.ts';
import { changeSettings } from './change-settings.ts';
import { discardLeft, findLeft } from './discard-left.ts';
import { getCounter } from './get-counter.ts';
import { getSlip } from './get-slip.ts';
import { listGrants } from './list-grants.ts';
import { quoteGrant } from './quote-grant.ts';
import {
  changeCounterSchema,
  counterSchema,
  discardLeftSchema,
  findLeftSchema,
  grantedSchema,
  grantListSchema,
  grantParameters,
  grantQuoteSchema,
  grantSchema,
  grantsQuery,
  leftSchema,
  quoteGrantSchema,
  slipQuery,
  slipSchema,
  undoGrantSchema,
  undoneSchema,
} from './schemas.ts';
import { undoGrant } from './undo-grant.ts';

/** Giving points at the counter, under `console.<root>/api`. */
export const counterConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/counter',
        responses: { 200: json(counterSchema, 'Chips, limits and what is left of them') },
      },
    ),
    async (c) => c.json(await getCounter({ ctx: c.var.ctx }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/counter/settings',
        request: { body: jsonBody(changeCounterSchema) },
        responses: { 200: json(counterSchema, 'The counter as it now is') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(unwrap(await changeSettings({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/members/{memberId}/quote',
        request: { params: memberIdParameters, body: jsonBody(quoteGrantSchema) },
        responses: { 200: json(grantQuoteSchema, 'What the sale would give, and why') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param') };
      return c.json(unwrap(await quoteGrant({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/members/{memberId}/grants',
        request: { params: memberIdParameters, body: jsonBody(grantSchema) },
        responses: { 200: json(grantedSchema, 'What the sale gave, and until when it can be undone') },
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
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/left/find',
        request: { body: jsonBody(findLeftSchema) },
        responses: { 200: json(leftSchema, 'Who of them was removed from the staff') },
      },
    ),
    async (c) => {
      const staffIds = await findLeft({ ctx: c.var.ctx, input: c.req.valid('json') });
      return c.json({ staffIds }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/left/discard',
        request: { body: jsonBody(discardLeftSchema) },
        responses: { 200: json(leftSchema, 'Nothing of it will be given') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      unwrap(await discardLeft({ ctx: c.var.ctx, input }));
      return c.json({ staffIds: [input.leftBy.staffId] }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'post',
        path: '/counter/grants/{grantId}/undo',
        request: { params: grantParameters, body: jsonBody(undoGrantSchema) },
        responses: { 200: json(undoneSchema, 'The grant, taken back') },
      },
    ),
    async (c) => {
      const key = c.var.idempotencyKey;
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), key };
      return c.json(unwrap(await undoGrant({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/counter/grants',
        request: { query: grantsQuery },
        responses: { 200: json(grantListSchema, 'What was given today, newest first') },
      },
    ),
    async (c) => {
      const input = { mine: c.req.valid('query').mine !== undefined };
      return c.json({ items: await listGrants({ ctx: c.var.ctx, input }) }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'clerk' },
      {
        method: 'get',
        path: '/counter/slip',
        request: { query: slipQuery },
        responses: { 200: json(slipSchema, 'What was done at the counter on one day') },
      },
    ),
    async (c) => {
      const { day, staffId } = c.req.valid('query');
      return c.json(unwrap(await getSlip({ ctx: c.var.ctx, input: { day, staffId } })), 200);
    },
  );
