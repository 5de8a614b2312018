import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { pageQuery } from '../paging.ts';
import { importAnswer } from './answers.ts';
import { checkRows } from './check-rows.ts';
import { createImport } from './create-import.ts';
import {
  addRowsSchema,
  checkedRowsSchema,
  checkRowsSchema,
  createImportSchema,
  importListSchema,
  importSchema,
  refusedRowsSchema,
} from './file-schemas.ts';
import { getImport, listImports, listRefusedRows } from './get-import.ts';
import { stepImport } from './step-import.ts';
import { undoImport } from './undo-import.ts';
import { addRows, startImport } from './upload-rows.ts';

/** A list that came by the API has the name that its sender gave it. */
const params = z.object({ importId: z.string().min(1).max(100) });
const asItIs = { 200: json(importSchema, 'The list as it now is') };

/** Files of older members, under `console.<root>/api`: tried, taken row by row, and taken back. */
export const listConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/imports',
        request: { query: z.object(pageQuery) },
        responses: { 200: json(importListSchema, 'Every list that was brought, newest first') },
      },
    ),
    async (c) => {
      const { cursor = null, limit } = c.req.valid('query');
      const { items, nextCursor } = unwrap(await listImports({ ctx: c.var.ctx, input: { cursor, limit } }));
      return c.json({ items: items.map(importAnswer), nextCursor }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/imports/check',
        request: { body: jsonBody(checkRowsSchema) },
        responses: { 200: json(checkedRowsSchema, 'What would become of each row; nothing is written') },
      },
    ),
    async (c) => c.json(await checkRows({ ctx: c.var.ctx, input: c.req.valid('json') }), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/imports',
        request: { body: jsonBody(createImportSchema) },
        responses: { 201: json(importSchema, 'A list that its rows are still to come to') },
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('json'), key: c.var.idempotencyKey };
      return c.json(importAnswer(unwrap(await createImport({ ctx: c.var.ctx, input }))), 201);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      { method: 'get', path: '/imports/{importId}', request: { params }, responses: asItIs },
    ),
    async (c) =>
      c.json(importAnswer(unwrap(await getImport({ ctx: c.var.ctx, input: c.req.valid('param') }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/imports/{importId}/refused',
        request: { params, query: z.object(pageQuery) },
        responses: { 200: json(refusedRowsSchema, 'Rows that were not taken, with the reason') },
      },
    ),
    async (c) => {
      const { cursor = null, limit } = c.req.valid('query');
      const input = { ...c.req.valid('param'), cursor, limit };
      return c.json(unwrap(await listRefusedRows({ ctx: c.var.ctx, input })), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'put',
        path: '/imports/{importId}/rows',
        request: { params, body: jsonBody(addRowsSchema) },
        responses: asItIs,
      },
    ),
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(importAnswer(unwrap(await addRows({ ctx: c.var.ctx, input }))), 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      { method: 'post', path: '/imports/{importId}/start', request: { params }, responses: asItIs },
    ),
    async (c) =>
      c.json(importAnswer(unwrap(await startImport({ ctx: c.var.ctx, input: c.req.valid('param') }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      { method: 'post', path: '/imports/{importId}/steps', request: { params }, responses: asItIs },
    ),
    async (c) =>
      c.json(importAnswer(unwrap(await stepImport({ ctx: c.var.ctx, input: c.req.valid('param') }))), 200),
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      { method: 'post', path: '/imports/{importId}/undo', request: { params }, responses: asItIs },
    ),
    async (c) =>
      c.json(importAnswer(unwrap(await undoImport({ ctx: c.var.ctx, input: c.req.valid('param') }))), 200),
  );
