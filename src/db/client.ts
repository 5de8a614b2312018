import { type Connection, connect } from './connection.ts';
import { type Directory, directory } from './directory.ts';
import * as authSchema from './schema/auth.ts';
import { type Db, tenantDb } from './tenant.ts';

export type { Connection } from './connection.ts';

/** Postgres as the role pointmall_app: the tenants' tables, and the few questions asked before a tenant is known. */
export function connectApp(connection: Connection): { db: Db; directory: Directory } {
  const connected = connect(connection, {});
  return { db: tenantDb(connected), directory: directory(connected) };
}

export type AuthDatabase = ReturnType<typeof connectAuth>;

/** Postgres as the role pointmall_auth, for better-auth's adapter: schema `auth` is all that it sees. */
export function connectAuth(connection: Connection) {
  return connect(connection, authSchema);
}
