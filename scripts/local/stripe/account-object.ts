import { secondsOf } from './context.ts';
import { newId } from './identifier.ts';
import type { Account } from './tables.ts';

/** What a person is asked for while she is onboarded. */
const ASKED_AT_FIRST = [
  'business_profile.product_description',
  'business_profile.support_phone',
  'business_profile.url',
  'external_account',
  'tos_acceptance.date',
  'tos_acceptance.ip',
];

export type NewAccount = {
  type: 'standard' | 'express';
  country: string;
  defaultCurrency: string;
  email: string | null;
  businessType: string | null;
  businessName: string | null;
  businessUrl: string | null;
  metadata: Record<string, string>;
};

type Requirements = NonNullable<Account['requirements']>;
/** Why charges are off: Stripe's own closed list, which its types carry. */
export type DisabledReason = NonNullable<Requirements['disabled_reason']>;

function requirements(due: string[], disabledReason: DisabledReason | null): Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: disabledReason,
    errors: [],
    eventually_due: due,
    past_due: [],
    pending_verification: [],
  };
}

function controllerOf(type: NewAccount['type']): NonNullable<Account['controller']> {
  const standard = type === 'standard';
  return {
    fees: { payer: standard ? 'account' : 'application_express' },
    is_controller: true,
    losses: { payments: standard ? 'stripe' : 'application' },
    requirement_collection: 'stripe',
    stripe_dashboard: { type: standard ? 'full' : 'express' },
    type: 'application',
  };
}

/** An account as it is before its owner has told Stripe anything. */
export function newAccount(asked: NewAccount, nowMs: number): Account {
  const id = newId('acct', 16);
  return {
    id,
    object: 'account',
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: asked.businessName,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: asked.businessUrl,
    },
    business_type: asked.businessType,
    capabilities: { card_payments: 'inactive', transfers: 'inactive' },
    charges_enabled: false,
    controller: controllerOf(asked.type),
    country: asked.country,
    created: secondsOf(nowMs),
    default_currency: asked.defaultCurrency,
    details_submitted: false,
    email: asked.email,
    external_accounts: {
      object: 'list',
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: requirements([], null),
    metadata: asked.metadata,
    payouts_enabled: false,
    requirements: requirements(ASKED_AT_FIRST, 'requirements.past_due'),
    settings: SETTINGS,
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: asked.type,
  };
}

/** The account once Stripe has all it asked for. */
export function onboarded(account: Account, nowMs: number): Account {
  return {
    ...account,
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    payouts_enabled: true,
    details_submitted: true,
    requirements: requirements([], null),
    tos_acceptance: { date: secondsOf(nowMs), ip: '127.0.0.1', user_agent: null },
  };
}

/** The account after Stripe has taken charges and payouts away from it. */
export function disabled(account: Account, reason: DisabledReason, due: string[]): Account {
  return {
    ...account,
    capabilities: { card_payments: 'inactive', transfers: 'inactive' },
    charges_enabled: false,
    payouts_enabled: false,
    requirements: { ...requirements(due, reason), past_due: due },
  };
}

const SETTINGS: NonNullable<Account['settings']> = {
  bacs_debit_payments: { display_name: null, service_user_number: null },
  branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
  card_issuing: { tos_acceptance: { date: null, ip: null } },
  card_payments: {
    decline_on: { avs_failure: true, cvc_failure: true },
    statement_descriptor_prefix: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  dashboard: { display_name: null, timezone: 'Etc/UTC' },
  invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
  payments: {
    statement_descriptor: null,
    statement_descriptor_kana: null,
    statement_descriptor_kanji: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  payouts: {
    debit_negative_balances: true,
    schedule: { delay_days: 2, interval: 'daily' },
    statement_descriptor: null,
  },
  sepa_debit_payments: {},
};
