import type { MigrationList } from '../object/migrations.ts';

/**
 * The account's own tables; what both objects share stands in src/object/schema.ts. Appended, never
 * edited. Every row carries its account's id, so that sharding stays a migration.
 */
export const ACCOUNT_MIGRATIONS: MigrationList = {
  list: 'account',
  migrations: [
    {
      id: '0001-account',
      sql: `
        create table accounts (
          account_id text primary key, time_zone text not null, session_generation integer not null,
          balance_points integer not null, debt_points integer not null, held_points integer not null,
          pending_points integer not null, open_holds integer not null) without rowid;
        create table lots (
          account_id text not null, lot_id integer not null,
          points integer not null, remaining_points integer not null, held_points integer not null,
          lapsed_points integer not null, stage text not null, available_at_ms integer,
          expires_at_ms integer not null, original_expires_at_ms integer not null,
          spendable integer not null, waiting integer not null,
          primary key (account_id, lot_id)) without rowid;
        create index lots_spendable on lots (account_id, expires_at_ms, lot_id) where spendable = 1;
        create index lots_waiting on lots (account_id, available_at_ms) where waiting = 1;
        create table purchases (
          account_id text not null, channel text not null, order_id text not null, body text not null,
          primary key (account_id, channel, order_id)) without rowid;
        create table rule_bodies (
          account_id text not null, hash text not null, body text not null,
          primary key (account_id, hash)) without rowid;
        create table redemptions (
          account_id text not null, created_seq integer not null, redemption_id text not null,
          unfinished integer not null, attempts integer not null, next_attempt_at_ms integer not null,
          body text not null, personal text,
          primary key (account_id, created_seq)) without rowid;
        create unique index redemptions_by_id on redemptions (account_id, redemption_id);
        create index redemptions_unfinished on redemptions (account_id, created_seq) where unfinished = 1;
        create table reward_units (
          account_id text not null, reward_id text not null, units integer not null,
          primary key (account_id, reward_id)) without rowid;`,
    },
    {
      // Showing what expires must not read every lot.
      id: '0002-expiry-sums',
      sql: `
        create table expiry_sums (
          account_id text not null, expires_at_ms integer not null, points integer not null,
          primary key (account_id, expires_at_ms)) without rowid;
        insert into expiry_sums (account_id, expires_at_ms, points)
          select account_id, expires_at_ms, sum(remaining_points - held_points) from lots
          where spendable = 1 and expires_at_ms < 9007199254740991 group by account_id, expires_at_ms;`,
    },
    {
      // Only redemptions with a cash part stand in the index, and only while there is something to find out.
      id: '0003-payments',
      sql: `
        alter table redemptions add column check_at_ms integer;
        alter table redemptions add column checks integer not null default 0;
        create index redemptions_checked on redemptions (account_id, check_at_ms)
          where check_at_ms is not null;`,
    },
    {
      // Only vouchers that can still be used and that end stand in the index.
      id: '0004-vouchers',
      sql: `
        alter table redemptions add column voucher_ends_at_ms integer;
        create index redemptions_vouchers on redemptions (account_id, voucher_ends_at_ms)
          where voucher_ends_at_ms is not null;`,
    },
    {
      // What she was ever given is shown to her, and no page may read the whole journal for it.
      id: '0005-earned-points',
      sql: `
        alter table accounts add column earned_points integer not null default 0;
        update accounts set earned_points = (
          select coalesce(sum(json_extract(body, '$.points')), 0) from journal
          where type in ('points.earned', 'points.adjusted') and json_extract(body, '$.points') > 0);`,
    },
    {
      id: '0006-frozen',
      sql: 'alter table accounts add column frozen_at_ms integer;',
    },
    {
      // A purchase undone after she closed her account must not leave a debt that nobody can pay.
      id: '0007-closed',
      sql: `
        alter table accounts add column closed_at_ms integer;
        update accounts set closed_at_ms = (select max(at_ms) from journal where type = 'details.erased');`,
    },
  ],
};
