import type { MigrationList } from '../object/migrations.ts';

/**
 * The level has no table: every journal row carries the level after it, so the last row is where it
 * stands and a reservation costs two rows.
 */
export const STOCK_MIGRATIONS: MigrationList = {
  list: 'stock',
  migrations: [
    {
      id: '0001-count',
      sql: `
        create table prices (
          price_version integer primary key, points_each integer not null, effective_at_ms integer not null,
          starts_at_ms integer, ends_at_ms integer);
        create table reservations (
          redemption_id text not null, line_id text not null, member_id text, quantity integer not null,
          state text not null, seq integer not null,
          primary key (redemption_id, line_id)) without rowid;`,
    },
    { id: '0002-cash-mix', sql: 'alter table prices add column mix text;' },
  ],
};
