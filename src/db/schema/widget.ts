import { foreignKey, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';
import { members } from './members.ts';

/** Where the shop's widget may stand: scheme, host and port, compared exactly. */
export const widgetOrigins = pgTable(
  'widget_origins',
  {
    tenantId: tenantId(),
    origin: text('origin').notNull(),
    createdBy: text('created_by').notNull(),
    createdAtMs: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'widget_origins_pkey', columns: [table.tenantId, table.origin] }),
    tenantPolicy(),
  ],
);

/** The public half of a merchant's own Ed25519 key. */
export type Ed25519PublicKey = { kty: 'OKP'; crv: 'Ed25519'; x: string };

/** Keys with which the merchant's server signs its customers in; revoked ones stay to be seen. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    tenantId: tenantId(),
    kid: text('kid').notNull(),
    name: text('name').notNull(),
    algorithm: text('algorithm', { enum: ['HS256', 'EdDSA'] }).notNull(),
    /** HS256 alone: the secret, encrypted and bound to this row. */
    secretCiphertext: text('secret_ciphertext'),
    /** EdDSA alone. */
    publicKey: jsonb('public_key').$type<Ed25519PublicKey>(),
    createdBy: text('created_by').notNull(),
    createdAtMs: instant('created_at').notNull(),
    lastUsedAtMs: instant('last_used_at'),
    revokedAtMs: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ name: 'signing_keys_pkey', columns: [table.tenantId, table.kid] }),
    tenantPolicy(),
  ],
);

/** Signed tokens that were swapped for a session; kept until none of them could be accepted again. */
export const usedTokens = pgTable(
  'used_tokens',
  {
    tenantId: tenantId(),
    jti: text('jti').notNull(),
    expiresAtMs: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'used_tokens_pkey', columns: [table.tenantId, table.jti] }),
    index('used_tokens_by_expiry').on(table.tenantId, table.expiresAtMs),
    tenantPolicy(),
  ],
);

/** One-time ways from the merchant's site into the mall, signed in; only their hashes stand here. */
export const mallTickets = pgTable(
  'mall_tickets',
  {
    tenantId: tenantId(),
    hash: text('hash').notNull(),
    memberId: text('member_id').notNull(),
    /** The member's sessions at the time: ending them ends this way in too. */
    sessionGeneration: whole('session_generation').notNull(),
    /** Path on the mall's own host. */
    path: text('path').notNull(),
    expiresAtMs: instant('expires_at').notNull(),
    usedAtMs: instant('used_at'),
  },
  (table) => [
    primaryKey({ name: 'mall_tickets_pkey', columns: [table.tenantId, table.hash] }),
    foreignKey({
      name: 'mall_tickets_member',
      columns: [table.tenantId, table.memberId],
      foreignColumns: [members.tenantId, members.id],
    }).onDelete('cascade'),
    index('mall_tickets_by_expiry').on(table.tenantId, table.expiresAtMs),
    tenantPolicy(),
  ],
);
