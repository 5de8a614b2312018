import { setTimeout as pause } from 'node:timers/promises';
import { neon } from '@neondatabase/serverless';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { DatabaseEvidence, RegistryRow, TenantEvidence } from '../../src/audit/evidence.ts';
import { connectApp } from '../../src/db/client.ts';
import { isOutage } from '../../src/db/failure.ts';
import {
  accounts,
  auditLog,
  counterAsks,
  counterGrants,
  journalRows,
  memberDays,
  memberFigures,
  memberImportMembers,
  memberImportRows,
  memberImports,
  orderClaims,
  orders,
  parkedMessages,
  paymentAccounts,
  redemptions,
  stockLevels,
  stocks,
  tenants,
  voucherCodes,
} from '../../src/db/schema/index.ts';
import type { Db } from '../../src/db/tenant.ts';
import { keyOfAsk } from '../../src/domain/counter-ask.ts';
import { COUNTER_CHANNEL } from '../../src/domain/order.ts';
import { redemptionIdOf } from '../../src/features/redemptions/redemption-id.ts';
import { PAGE_BYTES, readPages } from './pages.ts';
import type { Reach } from './reach.ts';

/** Postgres as its owner, reading each shop as the application's role would. */
export type Books = { db: Db; ask: Questions; as: ReturnType<typeof asApplication> };

/** What is only read, as the owner. */
type Questions = { query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]> };

const TRIES_MAX = 3;
const PAUSE_MS = 500;

export function openBooks({
  databaseOwnerUrl,
  localEndpoint,
}: Pick<Reach, 'databaseOwnerUrl' | 'localEndpoint'>): Books {
  const { db } = connectApp({ url: databaseOwnerUrl, localEndpoint });
  return { db, ask: patient(neon(databaseOwnerUrl)), as: asApplication(db) };
}

/** A connection that stood idle while a large shop was checked may have been closed meanwhile: asked again. */
function patient(sql: Questions): Questions {
  return {
    async query(text, values) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await sql.query(text, values);
        } catch (failure) {
          if (tries === TRIES_MAX || !isOutage(failure)) throw failure;
          await pause(PAUSE_MS);
        }
      }
    },
  };
}

/** An owner may be a superuser, whom no policy holds: in each batch it steps down to the application's role. */
function asApplication(db: Db) {
  return db.build.execute(sql`set local role pointmall_app`);
}

export async function listTenants({ ask }: Books): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const after = found.at(-1) ?? '';
    const page = await ask.query('select tenant_id from directory.tenant_ids($1, 500)', [after]);
    found.push(...(page as { tenant_id: string }[]).map((row) => row.tenant_id));
    if (page.length < 500) return found;
  }
}

/** The shop's registry as its own requests would see it. */
export async function readRegistry(
  books: Books,
  tenantId: string,
  pageBytes = PAGE_BYTES,
): Promise<RegistryRow[]> {
  const accountRows = await readPages(books, tenantId, accounts, ['memberId'], pageBytes);
  const stockRows = await readPages(books, tenantId, stocks, ['stockId'], pageBytes);
  return [
    ...accountRows.map((row) => ({ ...headOf(row), kind: 'account' as const, objectId: row.memberId })),
    ...stockRows.map((row) => ({ ...headOf(row), kind: 'stock' as const, objectId: row.stockId })),
  ];
}

/** The shop's registry and everything projected for it, as its own requests would see it. */
export async function readTenant(
  books: Books,
  tenantId: string,
  pageBytes = PAGE_BYTES,
): Promise<Omit<TenantEvidence, 'objects' | 'unopened' | 'silent' | 'atStripe' | keyof Till>> {
  const { db, as } = books;
  const read = <Table extends PgTable>(table: Table, ...key: (keyof Table['$inferSelect'] & string)[]) =>
    readPages(books, tenantId, table, key, pageBytes);
  const shops = db.build.select({ name: tenants.name, timeZone: tenants.timeZone }).from(tenants);
  const [, [shop]] = await db.batch(tenantId, [as, shops]);
  const parked = await read(parkedMessages, 'objectKind', 'objectId', 'epoch', 'seq');
  return {
    tenantId,
    name: shop?.name ?? tenantId,
    timeZone: shop?.timeZone ?? 'UTC',
    registry: await readRegistry(books, tenantId, pageBytes),
    journalRows: await read(journalRows, 'objectKind', 'objectId', 'epoch', 'seq'),
    // What the tables make of other columns by themselves the journal does not tell.
    redemptions: (await read(redemptions, 'redemptionId')).map(
      ({ number: _, visitedAtMs: _visited, ...told }) => told,
    ),
    orders: (await read(orders, 'channel', 'orderId')).map(
      ({ occurredAtMs: _occurred, spentMinor: _spent, ...told }) => told,
    ),
    memberFigures: await read(memberFigures, 'memberId'),
    memberDays: await read(memberDays, 'day', 'memberId'),
    stockLevels: await read(stockLevels, 'stockId'),
    voucherCodes: await read(voucherCodes, 'code'),
    auditLog: await read(auditLog, 'id'),
    parked: parked
      .filter((row) => row.resolvedAtMs === null)
      .map(({ objectKind: kind, objectId, seq, error }) => ({ kind, objectId, seq, error })),
  };
}

export type Till = Pick<
  TenantEvidence,
  | 'counterGrants'
  | 'untoldOrders'
  | 'counterAsks'
  | 'memberImports'
  | 'memberImportMembers'
  | 'memberImportRows'
>;

/**
 * What was given and asked at the counter, which orders of it no account had been told of, and what lists of
 * older members brought. To be read before the objects: whatever stands here and is told, they know.
 */
export async function readTill(books: Books, tenantId: string, pageBytes = PAGE_BYTES): Promise<Till> {
  const { db, as } = books;
  const grants = await readPages(books, tenantId, counterGrants, ['id'], pageBytes);
  const untold = db.build
    .select({ orderId: orderClaims.orderId })
    .from(orderClaims)
    .where(and(eq(orderClaims.channel, COUNTER_CHANNEL), isNotNull(orderClaims.payload)));
  const [, rows] = await db.batch(tenantId, [as, untold]);
  const asks = await readPages(books, tenantId, counterAsks, ['id'], pageBytes);
  const listRows = await readPages(books, tenantId, memberImportRows, ['importId', 'row'], pageBytes);
  return {
    counterGrants: grants,
    untoldOrders: rows.map(({ orderId }) => orderId),
    counterAsks: asks.map((ask) => ({
      ...ask,
      redemptionId: redemptionIdOf(tenantId, ask.memberId, keyOfAsk(ask.id)),
    })),
    memberImports: await readPages(books, tenantId, memberImports, ['id'], pageBytes),
    memberImportMembers: await readPages(
      books,
      tenantId,
      memberImportMembers,
      ['importId', 'memberId'],
      pageBytes,
    ),
    memberImportRows: listRows.map(({ importId, row, state }) => ({ importId, row, state })),
  };
}

/** The shop's account at Stripe now; others that it had before are named by their payments. */
export async function readPaymentAccount({ db, as }: Books, tenantId: string): Promise<string | null> {
  const asked = db.build.select({ accountId: paymentAccounts.accountId }).from(paymentAccounts);
  const [, [row]] = await db.batch(tenantId, [as, asked]);
  return row?.accountId ?? null;
}

function headOf({
  epoch,
  headSeq,
  headHash,
  state,
}: typeof accounts.$inferSelect | typeof stocks.$inferSelect) {
  return { epoch, headSeq, headHash, state };
}

/** Every relation that holds rows, schema auth and the migrations' list apart, with its policies. */
export async function readRelations({ ask }: Books): Promise<DatabaseEvidence['relations']> {
  const rows = await ask.query(`
    select n.nspname || '.' || c.relname as name, c.relkind::text as kind,
      c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      coalesce((select json_agg(json_build_object('name', p.policyname, 'command', p.cmd,
        'roles', p.roles, 'using', p.qual, 'check', p.with_check) order by p.policyname)
        from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), '[]') as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f')
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'auth')
      and (n.nspname, c.relname) <> ('drizzle', '__drizzle_migrations')
    order by 1`);
  return rows as DatabaseEvidence['relations'];
}

/** Tables of the shops with the column that says whose a row is. */
function tenantTables(relations: DatabaseEvidence['relations']): { table: string; column: string }[] {
  const names = relations.filter(({ kind }) => kind === 'r').map(({ name }) => name.replace(/^public\./, ''));
  return names.map((table) => ({ table, column: table === 'tenants' ? 'id' : 'tenant_id' }));
}

/** Rows of shops that are not there. An owner whom the policies hold sees none and finds none. */
export async function findStrays(
  { ask }: Books,
  relations: DatabaseEvidence['relations'],
  known: readonly string[],
): Promise<DatabaseEvidence['strays']> {
  const strays: DatabaseEvidence['strays'] = [];
  for (const { table, column } of tenantTables(relations)) {
    const rows = await ask.query(
      `select distinct "${column}" as tenant from public."${table}" where "${column}" <> all($1)`,
      [known],
    );
    strays.push(...(rows as { tenant: string }[]).map(({ tenant }) => ({ table, tenantId: tenant })));
  }
  return strays;
}

/** What A's requests read of B's rows and of nobody's, table by table. */
export async function probeTables(
  { db, as }: Books,
  relations: DatabaseEvidence['relations'],
  asked: { tenantId: string; foreign: string; missing: string },
): Promise<DatabaseEvidence['probes']> {
  const probes: DatabaseEvidence['probes'] = [];
  for (const { table, column } of tenantTables(relations)) {
    const rowsOf = (tenantId: string) =>
      db.build.execute(
        sql`select * from ${sql.identifier(table)} where ${sql.identifier(column)} = ${tenantId} limit 5`,
      );
    const [, foreign, missing] = await db.batch(asked.tenantId, [
      as,
      rowsOf(asked.foreign),
      rowsOf(asked.missing),
    ]);
    probes.push({
      asked: `table ${table} of ${asked.foreign} as ${asked.tenantId}`,
      foreign: JSON.stringify(foreign.rows),
      missing: JSON.stringify(missing.rows),
    });
  }
  return probes;
}
