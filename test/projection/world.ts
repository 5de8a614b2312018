import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { configOf } from '../../src/config.ts';
import { connectApp } from '../../src/db/client.ts';
import {
  accounts,
  auditLog,
  journalRows,
  memberDays,
  memberFigures,
  orders,
  parkedMessages,
  redemptions,
  stockLevels,
  stocks,
  tenants,
} from '../../src/db/schema/index.ts';
import { genesisHash, hashDetail, hashRow } from '../../src/domain/chain.ts';
import type {
  JournalMessage,
  JournalRow,
  JournalType,
  JsonObject,
  ObjectKind,
} from '../../src/domain/journal.ts';
import { newId } from '../../src/lib/ids.ts';
import type { Log } from '../../src/lib/log.ts';
import { projectMessages } from '../../src/projection/project-messages.ts';

const config = configOf(env);
export const { db } = connectApp({
  url: config.databaseAppUrl,
  localEndpoint: config.local?.endpoint ?? null,
});

/** A tenant of its own with one registered object, and the journal of that object to be written row by row. */
export async function newObject(kind: ObjectKind) {
  const tenantId = newId('ten');
  const objectId = newId(kind === 'account' ? 'mem' : 'rwd');
  const atMs = 1_700_000_000_000;
  const head = {
    epoch: 1,
    headSeq: 0,
    headHash: '',
    dueAtMs: atMs,
    state: 'registered',
    createdAtMs: atMs,
  } as const;
  const registered =
    kind === 'account'
      ? db.build.insert(accounts).values({ tenantId, memberId: objectId, timeZone: 'Asia/Shanghai', ...head })
      : db.build.insert(stocks).values({ tenantId, stockId: objectId, rewardId: objectId, ...head });
  await db.batch(tenantId, [
    db.build.insert(tenants).values({
      id: tenantId,
      slug: objectId.replaceAll('_', '-'),
      name: 'shop',
      locale: 'en',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      industry: 'other',
      state: 'open',
      contact: {},
      pointsName: {},
      theme: {},
      createdAtMs: atMs,
    } as unknown as typeof tenants.$inferInsert),
    registered,
  ]);
  const origin = { kind, tenantId, objectId };
  const rows: JournalRow[] = [];
  const write = (type: JournalType, body: JsonObject, detail: JsonObject | null = null): JournalRow => {
    const salt = detail ? 'salt' : null;
    const chained = {
      epoch: 1,
      seq: rows.length + 1,
      atMs: atMs + rows.length,
      type,
      body,
      detailHash: detail && salt ? hashDetail(salt, detail) : null,
      previousHash: rows.at(-1)?.hash ?? genesisHash({ ...origin, epoch: 1 }),
    };
    const row = { ...chained, detail, salt, hash: hashRow(chained) };
    rows.push(row);
    return row;
  };
  const message = (carried: readonly JournalRow[], dueAtMs: number | null = null): JournalMessage => ({
    ...origin,
    epoch: 1,
    rows: [...carried],
    headSeq: rows.length,
    headHash: rows.at(-1)?.hash ?? '',
    dueAtMs,
  });
  return { ...origin, origin, rows, write, message };
}

export const level = (availableUnits: number): JsonObject => ({
  level: {
    unlimited: false,
    stopped: false,
    stockedUnits: availableUnits,
    availableUnits,
    reservedUnits: 0,
    takenUnits: 0,
  },
});

export const redemption = (memberId: string, version: number, state: string): JsonObject => ({
  redemption: {
    redemptionId: 'rdm_1',
    memberId,
    version,
    state,
    points: 500,
    createdAtMs: 1_700_000_000_000,
    updatedAtMs: 1_700_000_000_000 + version,
  },
});

/** A log that remembers what went wrong. */
export function recordingLog() {
  const errors: { event: string; reason: unknown; seq: unknown }[] = [];
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (event, fields) => errors.push({ event, reason: fields?.reason, seq: fields?.seq }),
    with: () => log,
  };
  return { log, errors };
}

/** Projects and says which numbers may be confirmed. */
export async function project(
  tenantId: string,
  messages: readonly JournalMessage[],
  log = recordingLog().log,
) {
  const { confirmable, parkedRows } = await projectMessages({ db, log, nowMs: 5_000 }, tenantId, messages);
  return { confirmable: confirmable.map(({ fromSeq, toSeq }) => [fromSeq, toSeq]), parkedRows };
}

/** Everything that is projected for the tenant. */
export async function projectedOf(tenantId: string) {
  const [rows, redemptionRows, orderRows, levels, parked, accountHeads, stockHeads, acts, figures, days] =
    await db.batch(tenantId, [
      db.build.select().from(journalRows).where(eq(journalRows.tenantId, tenantId)).orderBy(journalRows.seq),
      db.build.select().from(redemptions),
      db.build.select().from(orders),
      db.build.select().from(stockLevels),
      db.build.select().from(parkedMessages),
      db.build.select().from(accounts),
      db.build.select().from(stocks),
      db.build.select().from(auditLog).orderBy(auditLog.atMs),
      db.build.select().from(memberFigures),
      db.build.select().from(memberDays).orderBy(memberDays.day),
    ]);
  return {
    rows,
    // What the tables make of other columns by themselves the journal does not tell.
    redemptions: redemptionRows.map(
      ({
        number: _,
        rewardId: _reward,
        visitedAtMs: _visited,
        cancelAsked: _asked,
        refundWaits: _waits,
        ...told
      }) => told,
    ),
    orders: orderRows.map(({ occurredAtMs: _occurred, spentMinor: _spent, ...told }) => told),
    figures,
    levels,
    parked,
    acts,
    days,
    heads: [...accountHeads, ...stockHeads],
  };
}
