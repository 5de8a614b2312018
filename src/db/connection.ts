import { neon, neonConfig } from '@neondatabase/serverless';
import { drizzle, type NeonHttpDatabase } from 'drizzle-orm/neon-http';

/** A role's connection string and, on one machine, the endpoint that stands in for Neon's. */
export type Connection = { url: string; localEndpoint: string | null };

/** Neon's proxy gives up after 15 s; a caller is told sooner. */
const ANSWER_WITHIN_MS = 10_000;

/** The driver knows one way to find an endpoint for the whole isolate, so local ones are kept by host. */
const localEndpoints = new Map<string, string>();

/** The driver leaves the port empty where the connection string does. */
const serverOf = (host: string, port: string | number) => `${host}:${port || 5432}`;

neonConfig.fetchEndpoint = (host, port) =>
  localEndpoints.get(serverOf(host, port)) ?? `https://${host.replace(/^[^.]+\./, 'api.')}/sql`;
neonConfig.fetchFunction = (url: string, init: RequestInit) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });

/**
 * Postgres over HTTP under one role, without a tenant. Only this folder may use it for the
 * application's role; everything else goes through `Db.batch`.
 */
export function connect<Schema extends Record<string, unknown>>(
  { url, localEndpoint }: Connection,
  schema: Schema,
): NeonHttpDatabase<Schema> {
  if (localEndpoint !== null) {
    const { hostname, port } = new URL(url);
    localEndpoints.set(serverOf(hostname, port), `${localEndpoint}/sql`);
  }
  return drizzle(neon(url), { schema });
}
