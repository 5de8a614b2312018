import { hashJson } from '../domain/chain.ts';
import type { Database } from './database.ts';

/** One step of an object's schema. Never edited once released: a new step is appended instead. */
export type Migration = { id: string; sql: string };

/** A list has its own history, so that shared and own tables can grow independently. */
export type MigrationList = { list: string; migrations: readonly Migration[] };

const HISTORY = `create table if not exists object_migrations (
  list text not null, position integer not null, id text not null, hash text not null,
  primary key (list, position)) without rowid`;

/**
 * Brings the schema up to date inside one savepoint. Throws where history was edited: a step that
 * was applied stands elsewhere in the list or has another text.
 */
export function migrate(database: Database, lists: readonly MigrationList[]): void {
  database.savepoint(() => {
    if (!database.hasTable('object_migrations')) database.run(HISTORY);
    for (const list of lists) applyList(database, list);
  });
}

function applyList(database: Database, { list, migrations }: MigrationList): void {
  const applied = database.all<{ id: string; hash: string }>(
    'select id, hash from object_migrations where list = ? order by position',
    list,
  );
  for (const [position, step] of applied.entries()) {
    const released = migrations[position];
    // A newer version of the code has been here: its additive steps do not hinder this one.
    if (released === undefined) return;
    if (released.id !== step.id || hashJson(released.sql) !== step.hash)
      throw new Error(
        `history of ${list} was edited at ${position}: applied ${step.id}, found ${released.id}`,
      );
  }
  for (const [offset, step] of migrations.slice(applied.length).entries()) {
    database.run(step.sql);
    database.run(
      'insert into object_migrations (list, position, id, hash) values (?, ?, ?, ?)',
      list,
      applied.length + offset,
      step.id,
      hashJson(step.sql),
    );
  }
}
