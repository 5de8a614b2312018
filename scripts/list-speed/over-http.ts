import pg from 'pg';
import { fillShop, type Volume } from '../../test/db/list-volume.ts';
import { fillBeside } from '../../test/db/list-volume-beside.ts';
import { startPostgres } from '../../test/support/postgres.ts';
import { startServer, type TestServer } from '../../test/support/server.ts';
import { enterConsole } from '../demo/staff.ts';
import type { Visitor } from '../demo/visitor.ts';
import { LISTS, PAGED } from './routes.ts';

const TIMES = 20;

export type Measured = { asked: string; status: number; medianMs: number; worstMs: number; bytes: number };

type Wanted = { volume: Volume; only: string; say: (line: string) => void };

/** Asks the real Worker for every list of a shop of that size, over PostgreSQL; the slowest first. */
export async function measureOverHttp({ volume, only, say }: Wanted): Promise<Measured[]> {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('this machine has no PostgreSQL');
  let server: TestServer | null = null;
  try {
    server = await startServer({ environment: { DATABASE_URL: postgres.url } });
    const owner = await openShop(server);
    await fill(postgres.url, owner.tenantId, volume, say);
    const measured: Measured[] = [];
    const paths = (await pathsOf(owner)).filter((path) => path.includes(only));
    for (const path of paths) measured.push(await measure(owner.visitor, path));
    return measured.toSorted((one, other) => other.medianMs - one.medianMs);
  } finally {
    await server?.stop();
    await postgres.stop();
  }
}

type Owner = { visitor: Visitor; tenantId: string; memberId: string };

/** A shop of its own with one member who has bought: lists of hers ask her account. */
async function openShop(server: TestServer): Promise<Owner> {
  const target = {
    rootHost: `localhost:${server.port}`,
    fetch: server.fetch,
    inbox: server.inbox,
    hasStandIn: false,
    moveClock: async () => undefined,
    say: () => undefined,
  };
  const visitor = await enterConsole(target, { name: 'Lin', email: 'lin@lists.example' });
  const shop = { name: 'Lists', slug: 'lists', industry: 'clothing', currency: 'CNY' };
  const json = { ...shop, timeZone: 'Asia/Shanghai', locale: 'en' };
  const { id: tenantId } = await visitor.ask<{ id: string }>('/api/tenants', { json, key: 'tenant' });
  const joined = { phone: '+8613800138000', displayName: 'Ada' };
  const { id: memberId } = await visitor.ask<{ id: string }>('/api/members', { json: joined, key: 'ada' });
  for (let sale = 0; sale < 60; sale += 1) {
    const path = `/api/members/${memberId}/adjustments`;
    await visitor.ask(path, { json: { points: 100, reason: 'goodwill' }, key: `gift-${sale}` });
  }
  return { visitor, tenantId, memberId };
}

async function fill(url: string, tenantId: string, volume: Volume, say: (line: string) => void) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const session = {
    query: async (text: string, values: unknown[] = []) => client.query(text, values) as never,
  };
  const startedMs = performance.now();
  const nowMs = Date.now();
  try {
    await fillShop(session, tenantId, volume, nowMs);
    await fillBeside(session, tenantId, volume, nowMs);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  say(`${JSON.stringify(volume)} filled in ${Math.round((performance.now() - startedMs) / 1_000)} s`);
}

/** Every way of asking, and where a list goes on. */
async function pathsOf({ visitor, memberId }: Owner): Promise<string[]> {
  const first = Object.entries(LISTS).flatMap(([route, ways]) => {
    const path = route.replace('{memberId}', memberId).replace('{importId}', 'imp_1');
    return ways.map((way) => `${path}${way}`);
  });
  const next = PAGED.map(async (path) => {
    const { nextCursor } = await visitor.ask<{ nextCursor: string }>(path);
    return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(nextCursor)}`;
  });
  return [...first, ...(await Promise.all(next))];
}

async function measure(visitor: Visitor, asked: string): Promise<Measured> {
  const times: number[] = [];
  let last = await visitor.send(asked);
  for (let time = 0; time < TIMES; time += 1) {
    const startedMs = performance.now();
    last = await visitor.send(asked);
    times.push(performance.now() - startedMs);
  }
  times.sort((one, other) => one - other);
  const [medianMs = 0, worstMs = 0] = [times[TIMES >> 1], times.at(-1)];
  return { asked, status: last.status, medianMs, worstMs, bytes: last.text.length };
}
