import type { StaffEvent } from '../domain/staff-notice.ts';
import { staffEvents } from './schema/index.ts';
import type { Db } from './tenant.ts';

type Scope = { db: Db; tenant: { id: string } };

/** Writes down what the staff may have to act on, each once however often it is told; the cron does the rest. */
export function queueNotices({ db, tenant }: Scope, events: readonly StaffEvent[], nowMs: number) {
  const rows = events.map((event) => ({ tenantId: tenant.id, ...event, createdAtMs: nowMs, dueAtMs: nowMs }));
  return db.build.insert(staffEvents).values(rows).onConflictDoNothing();
}
