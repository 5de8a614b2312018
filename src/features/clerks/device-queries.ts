import { and, desc, eq, gte, ne, sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { member, session, user } from '../../db/schema/auth.ts';
import { device, devicePerson, deviceSession, pin } from '../../db/schema/counter-devices.ts';

export async function selectDevice(db: AuthDatabase, tokenHash: string) {
  const [row] = await db
    .select({ id: device.id, tenantId: device.organizationId })
    .from(device)
    .where(eq(device.tokenHash, tokenHash));
  return row ?? null;
}

const clerksOf = (db: AuthDatabase) =>
  db
    .select({ userId: user.id, name: user.name })
    .from(devicePerson)
    .innerJoin(device, eq(device.id, devicePerson.deviceId))
    .innerJoin(
      member,
      and(
        eq(member.organizationId, device.organizationId),
        eq(member.userId, devicePerson.userId),
        eq(member.role, 'clerk'),
      ),
    )
    .innerJoin(pin, and(eq(pin.organizationId, device.organizationId), eq(pin.userId, devicePerson.userId)))
    .innerJoin(user, eq(user.id, devicePerson.userId));

/** Clerks who can sign in on a device by their PIN, whoever was there last first. */
export function selectDeviceClerks(db: AuthDatabase, deviceId: string) {
  return clerksOf(db).where(eq(devicePerson.deviceId, deviceId)).orderBy(desc(devicePerson.lastAt), user.id);
}

/** One of them; null where the device does not know her, or she is no clerk of its shop any more. */
export async function selectDeviceClerk(db: AuthDatabase, deviceId: string, userId: string) {
  const [row] = await clerksOf(db).where(
    and(eq(devicePerson.deviceId, deviceId), eq(devicePerson.userId, userId)),
  );
  return row ?? null;
}

export async function addDevice(
  db: AuthDatabase,
  row: { id: string; tenantId: string; tokenHash: string; nowMs: number },
): Promise<void> {
  const { id, tenantId, tokenHash, nowMs } = row;
  await db.insert(device).values({ id, organizationId: tenantId, tokenHash, createdAt: new Date(nowMs) });
}

/** Puts a session on its device: the device knows her from now on, and whoever was on it is off. */
export async function occupyDevice(
  db: AuthDatabase,
  {
    deviceId,
    sessionId,
    userId,
    nowMs,
  }: { deviceId: string; sessionId: string; userId: string; nowMs: number },
): Promise<void> {
  const at = new Date(nowMs);
  const others = db
    .select({ id: deviceSession.sessionId })
    .from(deviceSession)
    .where(and(eq(deviceSession.deviceId, deviceId), ne(deviceSession.sessionId, sessionId)));
  await db.batch([
    db.delete(session).where(sql`${session.id} in ${others}`),
    db.insert(deviceSession).values({ sessionId, deviceId, seenAt: at }),
    db
      .insert(devicePerson)
      .values({ deviceId, userId, lastAt: at })
      .onConflictDoUpdate({ target: [devicePerson.deviceId, devicePerson.userId], set: { lastAt: at } }),
  ]);
}

/** The device that a session began on by a PIN; null for one that no PIN began. */
export async function selectDeviceSession(db: AuthDatabase, sessionId: string) {
  const [row] = await db
    .select({
      id: device.id,
      tokenHash: device.tokenHash,
      seenAt: deviceSession.seenAt,
      isLocked: deviceSession.isLocked,
    })
    .from(deviceSession)
    .innerJoin(device, eq(device.id, deviceSession.deviceId))
    .where(eq(deviceSession.sessionId, sessionId));
  return row ?? null;
}

/** Notes that she is still there; a session that has locked itself meanwhile stays locked. */
export async function touchDeviceSession(
  db: AuthDatabase,
  { sessionId, nowMs, sinceMs }: { sessionId: string; nowMs: number; sinceMs: number },
): Promise<void> {
  await db
    .update(deviceSession)
    .set({ seenAt: new Date(nowMs) })
    .where(and(eq(deviceSession.sessionId, sessionId), gte(deviceSession.seenAt, new Date(sinceMs))));
}

export async function setDeviceLock(
  db: AuthDatabase,
  sessionId: string,
  change: { isLocked: true } | { isLocked: false; seenAt: Date },
): Promise<void> {
  await db.update(deviceSession).set(change).where(eq(deviceSession.sessionId, sessionId));
}
