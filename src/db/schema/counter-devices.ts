import { boolean, index, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { auth, organization, session, user } from './auth.ts';

// Clerks' PINs and the devices they work on: beside better-auth's tables, because they say who signs in.
// Only the role pointmall_auth sees them.

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

const organizationId = () =>
  text('organization_id')
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' });
const userId = () =>
  text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' });

/** The way to the counter for one clerk: her name and PIN are typed behind it, once. */
export const clerkLink = auth.table(
  'clerk_link',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    /** A clerk who is there already and gets a new PIN by it; null: somebody new. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    madeBy: text('made_by').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    usedAt: moment('used_at'),
    usedBy: text('used_by').references(() => user.id, { onDelete: 'cascade' }),
    /** Of the attempt that used it: sent again after a lost answer it finds what it made. */
    usedKeyHash: text('used_key_hash'),
  },
  (table) => [index('clerk_link_by_organization').on(table.organizationId)],
);

/** A PIN of somebody in one shop. */
export const pin = auth.table(
  'pin',
  {
    organizationId: organizationId(),
    userId: userId(),
    salt: text('salt').notNull(),
    hash: text('hash').notNull(),
    setAt: moment('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.userId] })],
);

/** A phone, tablet or till that a clerk joined on; one shop's. */
export const device = auth.table(
  'device',
  {
    id: text('id').primaryKey(),
    organizationId: organizationId(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('device_by_organization').on(table.organizationId)],
);

/** Who may sign in on a device by her PIN. */
export const devicePerson = auth.table(
  'device_person',
  {
    deviceId: text('device_id')
      .notNull()
      .references(() => device.id, { onDelete: 'cascade' }),
    userId: userId(),
    lastAt: moment('last_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deviceId, table.userId] }),
    index('device_person_by_user').on(table.userId),
  ],
);

/** A session begun by a PIN: it lives on its device alone and locks itself. */
export const deviceSession = auth.table(
  'device_session',
  {
    sessionId: text('session_id')
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    deviceId: text('device_id')
      .notNull()
      .references(() => device.id, { onDelete: 'cascade' }),
    seenAt: moment('seen_at').notNull(),
    /** Locked by hand, until the PIN. */
    isLocked: boolean('is_locked').notNull().default(false),
  },
  (table) => [index('device_session_by_device').on(table.deviceId)],
);
