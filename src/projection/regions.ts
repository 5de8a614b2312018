import { eq } from 'drizzle-orm';
import { tenants } from '../db/schema/index.ts';
import type { Db } from '../db/tenant.ts';

/** Regions never change after sign-up, so an isolate asks once per tenant. */
const known = new Map<string, string | null>();

/** Where the tenant's objects live; an object is found only under its own jurisdiction. */
export async function regionOf(db: Db, tenantId: string): Promise<string | null> {
  const cached = known.get(tenantId);
  if (cached !== undefined) return cached;
  const [rows] = await db.batch(tenantId, [
    db.build.select({ region: tenants.region }).from(tenants).where(eq(tenants.id, tenantId)),
  ]);
  const region = rows[0]?.region ?? null;
  if (rows[0]) known.set(tenantId, region);
  return region;
}
