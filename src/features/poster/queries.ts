import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { checklists } from '../../db/schema/index.ts';
import { hasRealMember } from '../members/counted-queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** Whether the shop has a member besides the owner's own try, as one row. */
export function selectHasRealMember({ db, tenant }: Scope) {
  return db.build
    .select({ hasRealMembers: sql<boolean>`${hasRealMember({ tenant })}` })
    .from(sql`(select 1) as one`);
}

/** The first time stays. */
export function noteSheetSaved({ db, tenant }: Scope, nowMs: number) {
  return db.build
    .insert(checklists)
    .values({ tenantId: tenant.id, sheetSavedAtMs: nowMs })
    .onConflictDoUpdate({
      target: checklists.tenantId,
      set: { sheetSavedAtMs: sql`coalesce(${checklists.sheetSavedAtMs}, excluded.sheet_saved_at)` },
    });
}
