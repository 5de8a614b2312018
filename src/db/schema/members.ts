import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { DeliveryAddress } from '../../account/contract.ts';
import type { Birthday } from '../../domain/birthday.ts';
import type { JoinSource } from '../../domain/join-source.ts';
import type { SwitchedLetter } from '../../domain/letter.ts';
import type { Locale } from '../../domain/locale.ts';
import { instant, tenantId, tenantPolicy } from './columns.ts';

export const members = pgTable(
  'members',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    /** Eight digits that a member can say aloud at the counter. */
    number: text('number').notNull(),
    /** E.164. */
    phone: text('phone'),
    /** What is said at a counter. A column: under a policy no index on a function is used. */
    phoneEnd: text('phone_end').generatedAlwaysAs(sql`right(phone, 4)`),
    /** Lower case. */
    email: text('email'),
    /** The address that she has proved to be hers by a code; letters go there while it is still `email`. */
    provedEmail: text('proved_email'),
    /** Kinds of letters about her orders that she does not want. */
    mutedLetters: text('muted_letters').array().$type<SwitchedLetter[]>().notNull().default([]),
    /** The merchant's own id of this person. */
    externalId: text('external_id'),
    displayName: text('display_name').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    /** Month and day, as `MM-DD`: she says it once. */
    birthday: text('birthday').$type<Birthday>(),
    state: text('state', { enum: ['active', 'blocked', 'erased'] }).notNull(),
    consentVersion: text('consent_version'),
    consentAtMs: instant('consent_at'),
    /** Null for whoever joined before it was kept. */
    joinedFrom: text('joined_from').$type<JoinSource>(),
    /** The link of the shop's own that brought her. */
    joinLinkId: text('join_link_id'),
    /** The list of older members that brought her, where one did: such a member is given no welcome. */
    importBatchId: text('import_batch_id'),
    /** The owner's own try, at most one at a time: kept out of the figures once there is another member. */
    isTest: boolean('is_test').notNull().default(false),
    createdAtMs: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'members_pkey', columns: [table.tenantId, table.id] }),
    unique('members_number_unique').on(table.tenantId, table.number),
    unique('members_phone_unique').on(table.tenantId, table.phone),
    unique('members_email_unique').on(table.tenantId, table.email),
    unique('members_external_id_unique').on(table.tenantId, table.externalId),
    index('members_by_join_link')
      .on(table.tenantId, table.joinLinkId)
      .where(sql`${table.joinLinkId} is not null`),
    index('members_by_creation').on(table.tenantId, table.createdAtMs, table.id),
    index('members_search_number').on(table.tenantId, table.number.op('text_pattern_ops')),
    index('members_search_email').on(table.tenantId, table.email.op('text_pattern_ops')),
    index('members_by_phone_end').on(table.tenantId, table.phoneEnd),
    index('members_tests').on(table.tenantId, table.id).where(sql`${table.isTest}`),
    uniqueIndex('members_one_test')
      .on(table.tenantId)
      .where(sql`${table.isTest} and ${table.state} <> 'erased'`),
    check('members_number_digits', sql`${table.number} ~ '^[0-9]{8}$'`),
    check('members_birthday_day', sql`${table.birthday} ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'`),
    tenantPolicy(),
  ],
);

/** Compared by bytes, whatever the database's collation: so a beginning is a range of an index. */
const textByBytes = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/**
 * What a member is found by from the middle: each end of her name, and of her phone's digits. Kept by a
 * trigger on `members`, because under a policy no index answers `like '%…%'`.
 */
export const memberSearchKeys = pgTable(
  'member_search_keys',
  {
    tenantId: tenantId(),
    key: textByBytes('key').notNull(),
    memberId: text('member_id').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'member_search_keys_pkey',
      columns: [table.tenantId, table.key, table.memberId],
    }),
    tenantPolicy(),
  ],
);

export const memberAddresses = pgTable(
  'member_addresses',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    memberId: text('member_id').notNull(),
    address: jsonb('address').$type<DeliveryAddress>().notNull(),
    isDefault: boolean('is_default').notNull(),
    createdAtMs: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'member_addresses_pkey', columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'member_addresses_member',
      columns: [table.tenantId, table.memberId],
      foreignColumns: [members.tenantId, members.id],
    }).onDelete('cascade'),
    index('member_addresses_by_member').on(table.tenantId, table.memberId),
    tenantPolicy(),
  ],
);

/** Codes sent to a phone or an e-mail address; both the address and the code stand here as hashes only. */
export const signInCodes = pgTable(
  'sign_in_codes',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    identifierHash: text('identifier_hash').notNull(),
    channel: text('channel', { enum: ['sms', 'email'] }).notNull(),
    codeHash: text('code_hash').notNull(),
    attempts: integer('attempts').notNull(),
    expiresAtMs: instant('expires_at').notNull(),
    usedAtMs: instant('used_at'),
    createdAtMs: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'sign_in_codes_pkey', columns: [table.tenantId, table.id] }),
    index('sign_in_codes_by_identifier').on(table.tenantId, table.identifierHash, table.createdAtMs),
    tenantPolicy(),
  ],
);
