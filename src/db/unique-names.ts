/**
 * Every unique constraint and primary key that a verb may run into and answer as a refusal. The
 * database's own list is compared with this one in test/db/migrations.test.ts.
 */
export const UNIQUE_NAMES = [
  'accounts_pkey',
  'api_keys_key_hash_unique',
  'api_keys_pkey',
  'audit_log_pkey',
  'design_drafts_pkey',
  'design_versions_pkey',
  'idempotency_keys_pkey',
  'journal_rows_pkey',
  'mall_tickets_pkey',
  'member_addresses_pkey',
  'members_email_unique',
  'members_external_id_unique',
  'members_number_unique',
  'members_phone_unique',
  'members_pkey',
  'order_claims_pkey',
  'orders_pkey',
  'parked_messages_pkey',
  'payment_accounts_account_unique',
  'payment_accounts_pkey',
  'programme_drafts_pkey',
  'programme_versions_pkey',
  'publications_pkey',
  'redemptions_pkey',
  'rewards_pkey',
  'sign_in_codes_pkey',
  'signing_keys_pkey',
  'stock_levels_pkey',
  'stocks_pkey',
  'stripe_events_pkey',
  'tenants_pkey',
  'tenants_slug_unique',
  'used_tokens_pkey',
  'voucher_codes_pkey',
  'voucher_codes_redemption_unique',
  'widget_origins_pkey',
] as const;

export type UniqueName = (typeof UNIQUE_NAMES)[number];
