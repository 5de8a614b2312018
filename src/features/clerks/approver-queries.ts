import { and, eq, inArray } from 'drizzle-orm';
import type { StaffRole } from '../../context.ts';
import type { AuthDatabase } from '../../db/client.ts';
import { member, user } from '../../db/schema/auth.ts';
import { pin } from '../../db/schema/counter-devices.ts';

/** The PINs of everybody who has one of these roles in the shop now. */
export function selectPinsOf(db: AuthDatabase, tenantId: string, roles: readonly StaffRole[]) {
  return db
    .select({ userId: user.id, name: user.name, salt: pin.salt, hash: pin.hash })
    .from(pin)
    .innerJoin(member, and(eq(member.organizationId, pin.organizationId), eq(member.userId, pin.userId)))
    .innerJoin(user, eq(user.id, pin.userId))
    .where(and(eq(pin.organizationId, tenantId), inArray(member.role, [...roles])));
}
