import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { WaitingOrder } from '../../domain/waiting-order.ts';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';

const head = () => ({
  epoch: integer('epoch').notNull(),
  headSeq: whole('head_seq').notNull(),
  headHash: text('head_hash').notNull(),
  /** When the object's alarm next has work, as it last said; the cron wakes what is overdue. */
  dueAtMs: instant('due_at'),
  state: text('state', { enum: ['registered', 'open', 'closed'] }).notNull(),
  createdAtMs: instant('created_at').notNull(),
});

/** The registry of points accounts: a row stands here before the object's `open()` is called. */
export const accounts = pgTable(
  'accounts',
  {
    tenantId: tenantId(),
    memberId: text('member_id').notNull(),
    timeZone: text('time_zone').notNull(),
    ...head(),
  },
  (table) => [
    primaryKey({ name: 'accounts_pkey', columns: [table.tenantId, table.memberId] }),
    index('accounts_by_due').on(table.dueAtMs).where(sql`${table.dueAtMs} is not null`),
    tenantPolicy(),
  ],
);

/** The registry of reward stocks, written before the object's `open()` like the accounts'. */
export const stocks = pgTable(
  'stocks',
  {
    tenantId: tenantId(),
    stockId: text('stock_id').notNull(),
    rewardId: text('reward_id').notNull(),
    ...head(),
  },
  (table) => [
    primaryKey({ name: 'stocks_pkey', columns: [table.tenantId, table.stockId] }),
    index('stocks_by_due').on(table.dueAtMs).where(sql`${table.dueAtMs} is not null`),
    tenantPolicy(),
  ],
);

/**
 * Which redemption a voucher's code names. A row stands here before the account is asked to redeem, so
 * that no code is shown that nobody could look up; one whose redemption was refused names nothing.
 */
export const voucherCodes = pgTable(
  'voucher_codes',
  {
    tenantId: tenantId(),
    code: text('code').notNull(),
    memberId: text('member_id').notNull(),
    redemptionId: text('redemption_id').notNull(),
    createdAtMs: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'voucher_codes_pkey', columns: [table.tenantId, table.code] }),
    unique('voucher_codes_redemption_unique').on(table.tenantId, table.redemptionId),
    tenantPolicy(),
  ],
);

/**
 * Which member an outside order belongs to, decided once, before any object is called. What was
 * reported stands in `payload` until her account has it; orders of people who are not members yet
 * wait here until `expires_at`.
 */
export const orderClaims = pgTable(
  'order_claims',
  {
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    orderId: text('order_id').notNull(),
    memberId: text('member_id'),
    phone: text('phone'),
    email: text('email'),
    externalId: text('external_id'),
    payload: jsonb('payload').$type<WaitingOrder>(),
    expiresAtMs: instant('expires_at'),
    /** Set while a member's order may not have reached her account: the cron brings it there from then on. */
    creditAtMs: instant('credit_at'),
    createdAtMs: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'order_claims_pkey', columns: [table.tenantId, table.channel, table.orderId] }),
    index('order_claims_uncredited')
      .on(table.tenantId, table.memberId)
      .where(sql`${table.memberId} is not null and ${table.payload} is not null`),
    index('order_claims_by_time').on(table.tenantId, table.createdAtMs),
    index('order_claims_by_order_id').on(table.tenantId, table.orderId),
    index('order_claims_by_credit').on(table.creditAtMs).where(sql`${table.creditAtMs} is not null`),
    index('order_claims_waiting_by_phone')
      .on(table.tenantId, table.phone)
      .where(sql`${table.memberId} is null and ${table.phone} is not null`),
    index('order_claims_waiting_by_email')
      .on(table.tenantId, table.email)
      .where(sql`${table.memberId} is null and ${table.email} is not null`),
    index('order_claims_waiting_by_external_id')
      .on(table.tenantId, table.externalId)
      .where(sql`${table.memberId} is null and ${table.externalId} is not null`),
    tenantPolicy(),
  ],
);
