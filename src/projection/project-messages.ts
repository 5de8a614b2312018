import { eq } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { tenants } from '../db/schema/index.ts';
import type { Db } from '../db/tenant.ts';
import type { JournalMessage } from '../domain/journal.ts';
import type { Log } from '../lib/log.ts';
import { type ArrivedRow, headsOf, rangesOf, rowsOf, type SeqRange } from './arrived.ts';
import { type Sorted, storeOrSetAside } from './bisect.ts';
import { reasonToPark } from './reason.ts';
import { parkRow, resolveParked, updateRegistry } from './registry.ts';
import { storeRows } from './store-rows.ts';

/** Keeps one batch well below the driver's 10 MB. */
const ROWS_PER_BATCH = 300;

export type Services = { db: Db; log: Log; nowMs: number };
export type Projection = {
  /** What may be confirmed to the objects now that it is committed. */
  confirmable: SeqRange[];
  parkedRows: number;
  /** Where the tenant's objects live; null where the tenant has no region of its own. */
  region: string | null;
};

/**
 * Brings one tenant's messages into Postgres. Rows that Postgres refuses for what they are get
 * parked, each alone; anything else that goes wrong is an outage and is thrown, nothing confirmed.
 */
export async function projectMessages(
  { db, log, nowMs }: Services,
  tenantId: string,
  messages: readonly JournalMessage[],
): Promise<Projection> {
  const rows = rowsOf(messages);
  const { stored, unfit } = await storeAll(db, tenantId, rows, nowMs);
  for (const { item, reason } of unfit)
    log.error('projection.parked', {
      reason,
      tenantId,
      kind: item.origin.kind,
      objectId: item.origin.objectId,
      epoch: item.row.epoch,
      seq: item.row.seq,
    });
  const after: [BatchItem<'pg'>, ...BatchItem<'pg'>[]] = [
    db.build.select({ region: tenants.region }).from(tenants).where(eq(tenants.id, tenantId)),
    ...updateRegistry(db, tenantId, headsOf(messages)),
    ...resolveParked(db, tenantId, stored, nowMs),
    ...unfit.map((parked) => parkRow(db, tenantId, parked, nowMs)),
  ];
  const [found] = (await db.batch(tenantId, after)) as unknown as [{ region: string | null }[]];
  const refused = new Set(unfit.map(({ item }) => numberOf(item)));
  return {
    confirmable: rangesOf(stored.filter((item) => !refused.has(numberOf(item)))),
    parkedRows: unfit.length,
    region: found[0]?.region ?? null,
  };
}

async function storeAll(
  db: Db,
  tenantId: string,
  rows: readonly ArrivedRow[],
  nowMs: number,
): Promise<Sorted<ArrivedRow>> {
  const all: Sorted<ArrivedRow> = { stored: [], unfit: [] };
  for (let start = 0; start < rows.length; start += ROWS_PER_BATCH) {
    const { stored, unfit } = await storeOrSetAside(
      rows.slice(start, start + ROWS_PER_BATCH),
      (part) => storeRows(db, tenantId, part, nowMs),
      reasonToPark,
    );
    all.stored.push(...stored);
    all.unfit.push(...unfit);
  }
  return all;
}

/** Two rows of one number are told apart by their hash; which of them is the object's is not known here. */
function numberOf({ origin, row }: ArrivedRow): string {
  return JSON.stringify([origin.kind, origin.objectId, row.epoch, row.seq]);
}
