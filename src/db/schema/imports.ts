import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ImportFigures, ImportOptions, ListedCells } from '../../domain/imports/listed-row.ts';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';

/** Lists of older members; the id is the batch's name in journals, in members and in the tables below. */
export const memberImports = pgTable(
  'member_imports',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    /** The file's own name; of a list that came by the API the batch's. */
    name: text('name').notNull(),
    source: text('source', { enum: ['file', 'api'] }).notNull(),
    state: text('state', { enum: ['uploading', 'running', 'done', 'reversing', 'reversed'] }).notNull(),
    /** SHA-256 of the file, which tells one that is brought twice. */
    digest: text('digest'),
    rowsTotal: integer('rows_total').notNull(),
    options: jsonb('options').$type<ImportOptions>(),
    /** Of points whose row names no end; null: they never expire. */
    expiresAtMs: instant('expires_at'),
    figures: jsonb('figures').$type<ImportFigures>().notNull(),
    createdById: text('created_by_id').notNull(),
    createdByName: text('created_by_name'),
    createdAtMs: instant('created_at').notNull(),
    finishedAtMs: instant('finished_at'),
    reversedAtMs: instant('reversed_at'),
    /** When somebody last took it a step on; null before the first step in either direction. */
    steppedAtMs: instant('stepped_at'),
  },
  (table) => [
    primaryKey({ name: 'member_imports_pkey', columns: [table.tenantId, table.id] }),
    index('member_imports_by_creation').on(table.tenantId, table.createdAtMs, table.id),
    index('member_imports_under_way')
      .on(table.createdAtMs)
      .where(sql`${table.state} in ('running', 'reversing')`),
    tenantPolicy(),
  ],
);

/** A list's rows by their place in the file. What they say of a person stands here only while they wait. */
export const memberImportRows = pgTable(
  'member_import_rows',
  {
    tenantId: tenantId(),
    importId: text('import_id').notNull(),
    row: integer('row').notNull(),
    cells: jsonb('cells').$type<ListedCells>(),
    state: text('state', { enum: ['waiting', 'taken', 'refused'] }).notNull(),
    field: text('field'),
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ name: 'member_import_rows_pkey', columns: [table.tenantId, table.importId, table.row] }),
    index('member_import_rows_waiting')
      .on(table.tenantId, table.importId, table.row)
      .where(sql`${table.state} = 'waiting'`),
    index('member_import_rows_refused')
      .on(table.tenantId, table.importId, table.row)
      .where(sql`${table.state} = 'refused'`),
    tenantPolicy(),
  ],
);

/**
 * Whom a list names. A row stands here before her account is asked, so that whoever takes the list back
 * finds everybody whom it may have reached.
 */
export const memberImportMembers = pgTable(
  'member_import_members',
  {
    tenantId: tenantId(),
    importId: text('import_id').notNull(),
    memberId: text('member_id').notNull(),
    /** Her row in the file; a second one that names her is refused. Null: the list came by the API. */
    row: integer('row'),
    /** Whether the list made her a member. */
    joined: boolean('joined').notNull(),
    points: whole('points').notNull(),
    state: text('state', { enum: ['in', 'out'] }).notNull(),
    takenPoints: whole('taken_points').notNull().default(0),
    lapsedPoints: whole('lapsed_points').notNull().default(0),
    owedPoints: whole('owed_points').notNull().default(0),
    writtenOffPoints: whole('written_off_points').notNull().default(0),
    /** Nobody had touched her account since, so that it was closed with the list. */
    closed: boolean('closed').notNull().default(false),
  },
  (table) => [
    primaryKey({
      name: 'member_import_members_pkey',
      columns: [table.tenantId, table.importId, table.memberId],
    }),
    index('member_import_members_in')
      .on(table.tenantId, table.importId, table.memberId)
      .where(sql`${table.state} = 'in'`),
    tenantPolicy(),
  ],
);
