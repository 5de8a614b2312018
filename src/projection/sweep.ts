import { and, eq, lt } from 'drizzle-orm';
import { configOf } from '../config.ts';
import { connectApp } from '../db/client.ts';
import type { Directory, RegisteredObject } from '../db/directory.ts';
import { accounts, stocks } from '../db/schema/index.ts';
import type { Db } from '../db/tenant.ts';
import { clock } from '../lib/clock.ts';
import { consoleLog, failureFields, type Log } from '../lib/log.ts';
import { groupByTenant } from './arrived.ts';
import { refreshSpent } from './figures.ts';
import { type ObjectBindings, objectAt } from './objects.ts';
import { regionOf } from './regions.ts';

const HOUR_MS = 3_600_000;
const SLICES_PER_DAY = 24;
/** Alarms are minutes late at times; longer than this and the runtime may have dropped one for good. */
const OVERDUE_BY_MS = 600_000;
const SWEEP_MAX = 500;
const PAGE_ROWS = 200;
/** Objects asked at once: the platform allows six connections, calls beyond that only wait. */
const AT_ONCE = 20;

export type SweepFigures = { found: number; touched: number; failed: number };
type Reach = { db: Db; directory: Directory; env: ObjectBindings; log: Log };

/**
 * Wakes objects whose alarm should have rung a while ago: each re-arms itself and does what is due.
 * The registry then learns when the object is due next, so that one without work is left in peace.
 */
export async function sweepDueObjects(
  env: ObjectBindings,
  { overdueByMs = OVERDUE_BY_MS }: { overdueByMs?: number } = {},
): Promise<SweepFigures> {
  const reach = reachFrom(env);
  const beforeMs = clock.nowMs() - overdueByMs;
  const objects = await reach.directory.dueObjects({ beforeMs, limit: SWEEP_MAX });
  return touchEach(reach, objects, (object, dueAtMs) => noteDue(reach.db, object, dueAtMs, beforeMs));
}

/**
 * Touches the registered objects of one slice; left out, the slice is the hour's, so that every object
 * is touched once a day: what an alarm has lost without the registry knowing is found by this.
 */
export async function touchSlice(
  env: ObjectBindings,
  slice: { slice: number; slices: number } = {
    slice: Math.floor(clock.nowMs() / HOUR_MS) % SLICES_PER_DAY,
    slices: SLICES_PER_DAY,
  },
): Promise<SweepFigures> {
  const reach = reachFrom(env);
  const total: SweepFigures = { found: 0, touched: 0, failed: 0 };
  for (const kind of ['account', 'stock'] as const) {
    let after: RegisteredObject | null = null;
    do {
      const page: RegisteredObject[] = await reach.directory.registeredObjects({
        kind,
        ...slice,
        after,
        limit: PAGE_ROWS,
      });
      const figures = await touchEach(reach, page, async () => undefined);
      if (kind === 'account') await refreshEach(reach, page);
      total.found += figures.found;
      total.touched += figures.touched;
      total.failed += figures.failed;
      after = page.length === PAGE_ROWS ? (page.at(-1) ?? null) : null;
    } while (after !== null);
  }
  return total;
}

/** What left the last 12 months has no row of a journal to tell of it. */
async function refreshEach({ db, log }: Reach, objects: readonly RegisteredObject[]): Promise<void> {
  for (const [tenantId, own] of groupByTenant(objects, (object) => object.tenantId)) {
    const memberIds = own.map(({ objectId }) => objectId);
    try {
      await db.batch(tenantId, [refreshSpent(db, tenantId, memberIds, clock.nowMs())]);
    } catch (failure) {
      log.error('sweep.figures_failed', { tenantId, ...failureFields(failure) });
    }
  }
}

async function touchEach(
  { db, env, log }: Reach,
  objects: readonly RegisteredObject[],
  note: (object: RegisteredObject, dueAtMs: number | null) => Promise<void>,
): Promise<SweepFigures> {
  const figures: SweepFigures = { found: objects.length, touched: 0, failed: 0 };
  for (let start = 0; start < objects.length; start += AT_ONCE) {
    await Promise.all(
      objects.slice(start, start + AT_ONCE).map(async (object) => {
        try {
          const outcome = await objectAt(env, object, await regionOf(db, object.tenantId)).touch();
          await note(object, outcome.ok ? outcome.value.dueAtMs : null);
          figures.touched += 1;
        } catch (failure) {
          figures.failed += 1;
          log.error('sweep.failed', { ...object, ...failureFields(failure) });
        }
      }),
    );
  }
  return figures;
}

/** Only a time that is still overdue is replaced: what a journal message has brought since is newer. */
async function noteDue(
  db: Db,
  { kind, tenantId, objectId }: RegisteredObject,
  dueAtMs: number | null,
  beforeMs: number,
): Promise<void> {
  const query =
    kind === 'account'
      ? db.build
          .update(accounts)
          .set({ dueAtMs })
          .where(
            and(
              eq(accounts.tenantId, tenantId),
              eq(accounts.memberId, objectId),
              lt(accounts.dueAtMs, beforeMs),
            ),
          )
      : db.build
          .update(stocks)
          .set({ dueAtMs })
          .where(
            and(eq(stocks.tenantId, tenantId), eq(stocks.stockId, objectId), lt(stocks.dueAtMs, beforeMs)),
          );
  await db.batch(tenantId, [query]);
}

function reachFrom(env: ObjectBindings): Reach {
  const config = configOf(env);
  const connection = { url: config.databaseAppUrl, localEndpoint: config.local?.endpoint ?? null };
  return { ...connectApp(connection), env, log: consoleLog({ part: 'sweep' }) };
}
