import { member, organization, user } from '../../src/db/schema/auth.ts';
import { newId } from '../../src/lib/ids.ts';
import type { Shop } from './world.ts';

type Person = { role?: 'owner' | 'manager' | 'clerk'; emailVerified?: boolean };

/** Somebody who works in the shop; unless told otherwise its owner, her address proved. */
export async function colleague(
  { owner: { authDb, clock }, tenant }: Shop,
  { role = 'owner', emailVerified = true }: Person = {},
) {
  const userId = `usr_${newId('stf')}`;
  const email = `${userId.toLowerCase()}@staff.test`;
  const createdAt = new Date(clock.nowMs());
  const { id, name, slug } = tenant;
  await authDb.insert(organization).values({ id, name, slug, createdAt }).onConflictDoNothing();
  await authDb.insert(user).values({ id: userId, name: `A ${role}`, email, emailVerified });
  await authDb.insert(member).values({ id: newId('stf'), organizationId: id, userId, role, createdAt });
  return { userId, email };
}
