import { neon, neonConfig } from '@neondatabase/serverless';
import { drizzle, type NeonHttpDatabase } from 'drizzle-orm/neon-http';
import { type Directory, directory } from './directory.ts';
import * as authSchema from './schema/auth.ts';
import { type Db, tenantDb } from './tenant.ts';

/** A role's connection string and, on one machine, the endpoint that stands in for Neon's. */
export type Connection = { url: string; localEndpoint: string | null };

/** Neon's proxy gives up after 15 s; a caller is told sooner. */
const ANSWER_WITHIN_MS = 10_000;

/** The driver knows one way to find an endpoint for the whole isolate, so local ones are kept by server. */
const localEndpoints = new Map<string, string>();

/** The driver leaves the port empty where the connection string does. */
const serverOf = (host: string, port: string | number) => `${host}:${port || 5432}`;

neonConfig.fetchEndpoint = (host, port) =>
  localEndpoints.get(serverOf(host, port)) ?? `https://${host.replace(/^[^.]+\./, 'api.')}/sql`;
// Read whole in here: the driver tells an outage by what fails in this call, not in the reading after it.
neonConfig.fetchFunction = async (url: string, init: RequestInit) => {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  return new Response(await answer.arrayBuffer(), { status: answer.status });
};

/** Postgres over HTTP under one role. Not exported: without a tenant there is nothing for anyone to ask. */
function connect<Schema extends Record<string, unknown>>(
  { url, localEndpoint }: Connection,
  schema: Schema,
): NeonHttpDatabase<Schema> {
  if (localEndpoint !== null) {
    const { hostname, port } = new URL(url);
    localEndpoints.set(serverOf(hostname, port), `${localEndpoint}/sql`);
  }
  return drizzle(neon(url), { schema });
}

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
