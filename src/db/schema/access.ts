import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Json, JsonObject } from '../../domain/journal.ts';
import { instant, tenantId, tenantPolicy } from './columns.ts';

/** Keys of the public API: the key itself is shown once and only its hash is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    keyHash: text('key_hash').notNull(),
    /** The first characters, so that people can tell their keys apart. */
    prefix: text('prefix').notNull(),
    scopes: text('scopes').array().notNull(),
    createdBy: text('created_by').notNull(),
    createdAtMs: instant('created_at').notNull(),
    lastUsedAtMs: instant('last_used_at'),
    revokedAtMs: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ name: 'api_keys_pkey', columns: [table.tenantId, table.id] }),
    unique('api_keys_key_hash_unique').on(table.keyHash),
    tenantPolicy(),
  ],
);

/** Writes owned by Postgres leave their key here in the same batch as their effect, for 45 days. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    tenantId: tenantId(),
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    inputHash: text('input_hash').notNull(),
    status: integer('status').notNull(),
    result: jsonb('result').$type<Json>(),
    createdAtMs: instant('created_at').notNull(),
    expiresAtMs: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [table.tenantId, table.actor, table.key] }),
    index('idempotency_keys_by_expiry').on(table.tenantId, table.expiresAtMs),
    tenantPolicy(),
  ],
);

/** Who did what in the console and over the API; rows are only ever added. */
export const auditLog = pgTable(
  'audit_log',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    actorKind: text('actor_kind', { enum: ['member', 'staff', 'api', 'system'] }).notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name'),
    action: text('action').notNull(),
    target: text('target'),
    detail: jsonb('detail').$type<JsonObject>().notNull(),
    atMs: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'audit_log_pkey', columns: [table.tenantId, table.id] }),
    index('audit_log_by_time').on(table.tenantId, table.atMs, table.id),
    tenantPolicy(),
  ],
);
