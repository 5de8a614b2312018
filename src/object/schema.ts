import type { MigrationList } from './migrations.ts';

/**
 * Tables that both objects share. Few rows are written per command: the journal's head is its last
 * row, so no head row is kept beside it, and there is no index that only pruning would use.
 */
export const OBJECT_MIGRATIONS: MigrationList = {
  list: 'object',
  migrations: [
    {
      id: '0001-journal',
      sql: `
        create table object_identity (
          one integer primary key check (one = 1),
          kind text not null, tenant_id text not null, object_id text not null, epoch integer not null,
          opened_at_ms integer not null);
        create table journal (
          seq integer primary key,
          at_ms integer not null, type text not null, body text not null,
          detail_hash text, previous_hash text not null, hash text not null);
        create table journal_details (
          seq integer primary key, salt text not null, detail text not null);
        create table natural_keys (
          natural_key text primary key, seq integer not null) without rowid;
        create table transport_keys (
          key text primary key, input_hash text not null, seq integer not null,
          result text not null, at_ms integer not null) without rowid;
        create table delivery (
          one integer primary key check (one = 1),
          confirmed_seq integer not null, attempts integer not null, resend_at_ms integer);
        create table job_failures (
          job text primary key, failures integer not null, retry_at_ms integer not null,
          error text not null, at_ms integer not null) without rowid;`,
    },
  ],
};
