import {
  journalRows,
  memberDays,
  orders,
  parkedMessages,
  redemptions,
  stockLevels,
  tenants,
} from '../../src/db/schema/index.ts';
import { lacksSale } from '../../src/domain/fold/member-day.ts';
import { consoleLog } from '../../src/lib/log.ts';
import { restartFigures } from '../../src/projection/figures.ts';
import { projectMessages } from '../../src/projection/project-messages.ts';
import { type Books, readRegistry } from './postgres.ts';
import { exportHead, exportJournal, type Reach } from './reach.ts';

/**
 * Throws a shop's projections away and folds them again from its objects' journals. Pages show less
 * history while it runs; balances and units are asked of the objects and do not notice.
 */
export async function rebuildTenant(
  reach: Reach,
  books: Books,
  tenantId: string,
): Promise<{ objects: number; rows: number; parkedRows: number }> {
  const { db, as } = books;
  const registry = await readRegistry(books, tenantId);
  await db.batch(tenantId, [
    as,
    db.build.delete(journalRows),
    db.build.delete(redemptions),
    db.build.delete(orders),
    db.build.delete(stockLevels),
    db.build.delete(memberDays),
    db.build.delete(parkedMessages),
    ...restartFigures(db, tenantId),
  ]);
  const figures = { objects: 0, rows: 0, parkedRows: 0 };
  let tellsAll = true;
  const services = { db, log: consoleLog({ part: 'rebuild' }), nowMs: Date.now() };
  for (const { kind, objectId } of registry) {
    const object = { kind, tenantId, objectId };
    const head = await exportHead(reach, object);
    if (head === null) continue;
    const { epoch, headSeq, headHash, dueAtMs } = head;
    const rows = await exportJournal(reach, object);
    const message = { ...object, epoch, rows, headSeq, headHash, dueAtMs };
    const { parkedRows } = await projectMessages(services, tenantId, [message]);
    tellsAll &&= !rows.some(lacksSale);
    figures.objects += 1;
    figures.rows += rows.length;
    figures.parkedRows += parkedRows;
  }
  // All of its days are known again, as far back as its journals go.
  if (tellsAll) await db.batch(tenantId, [as, db.build.update(tenants).set({ figuresFrom: null })]);
  return figures;
}
