import { type DisabledReason, disabled, newAccount, onboarded } from './account-object.ts';
import { APPLICATION, type Call, type Context, type Endpoint, PLATFORM_COUNTRY } from './context.ts';
import { settlementCurrencyOf } from './countries.ts';
import { invalid, missing, StripeError } from './error.ts';
import { recordEvent } from './events.ts';
import { pageAskedFor } from './list.ts';
import type { Parameters } from './parameters.ts';
import type { Account } from './tables.ts';

/** The account, or the refusal that a key of somebody else's gets. */
export function accountOfPlatform({ store }: Context, id: string): Account {
  const row = store.get('accounts', id);
  if (!row || !store.get('accountAccess', id)?.connected) {
    throw new StripeError(
      403,
      `The provided key does not have access to account '${id}' (or that account does not exist). Application access may have been revoked.`,
      { code: 'account_invalid' },
    );
  }
  return row.object;
}

function typeAskedFor(parameters: Parameters): 'standard' | 'express' {
  const type = parameters.oneOf('type', ['standard', 'express']);
  const controller = parameters.inner('controller');
  if (type && controller)
    throw invalid('You may not provide the `type` parameter and `controller` together.');
  controller?.inner('fees')?.oneOf('payer', ['account', 'application']);
  controller?.inner('losses')?.oneOf('payments', ['stripe', 'application']);
  controller?.oneOf('requirement_collection', ['stripe']);
  const dashboard = controller?.inner('stripe_dashboard')?.oneOf('type', ['full', 'express']);
  return type ?? (dashboard === 'express' ? 'express' : 'standard');
}

function profileAskedFor(parameters: Parameters) {
  const profile = parameters.inner('business_profile');
  return {
    email: parameters.string('email') ?? null,
    businessType:
      parameters.oneOf('business_type', ['company', 'government_entity', 'individual', 'non_profit']) ?? null,
    businessName: profile?.string('name') ?? null,
    businessUrl: profile?.url('url') ?? null,
  };
}

const createAccount: Endpoint = {
  method: 'POST',
  path: '/v1/accounts',
  handle(call) {
    const { parameters, nowMs, store } = call;
    const country = parameters.string('country') ?? PLATFORM_COUNTRY;
    const settled = settlementCurrencyOf(country);
    const capabilities = parameters.inner('capabilities');
    for (const name of ['card_payments', 'transfers']) capabilities?.inner(name)?.boolean('requested');
    const asked = {
      type: typeAskedFor(parameters),
      country,
      defaultCurrency: parameters.string('default_currency') ?? settled ?? '',
      ...profileAskedFor(parameters),
      metadata: parameters.metadata(),
    };
    if (settled === null) {
      throw invalid(`${country} is not currently supported by Stripe.`, 'country', 'country_unsupported');
    }
    return () => {
      const account = newAccount(asked, nowMs);
      store.put('accounts', account.id, { account: account.id, object: account });
      store.put('accountAccess', account.id, { connected: true });
      return account;
    };
  },
};

const retrieveAccount: Endpoint = {
  method: 'GET',
  path: '/v1/accounts/:id',
  handle: (call) => () => accountOfPlatform(call, call.ids[0] ?? ''),
};

/** Those that are connected: one that took the platform's access away is not among them. */
const listAccounts: Endpoint = {
  method: 'GET',
  path: '/v1/accounts',
  handle(call) {
    const page = pageAskedFor(call, '/v1/accounts');
    const { store } = call;
    return () =>
      page(
        store
          .entries('accounts')
          .filter(([id]) => store.get('accountAccess', id)?.connected)
          .map(([, row]) => row.object),
      );
  },
};

/** `GET /v1/account` is the one that the request acts on. */
const retrieveOwnAccount: Endpoint = {
  method: 'GET',
  path: '/v1/account',
  handle: (call) => () => accountOfPlatform(call, call.account),
};

const updateAccount: Endpoint = {
  method: 'POST',
  path: '/v1/accounts/:id',
  handle(call) {
    const metadata = call.parameters.metadata();
    const { email, businessType, businessName, businessUrl } = profileAskedFor(call.parameters);
    return () =>
      changeAccount(call, call.ids[0] ?? '', (account) => ({
        ...account,
        email: email ?? account.email,
        business_type: businessType ?? account.business_type ?? null,
        ...(account.business_profile && {
          business_profile: {
            ...account.business_profile,
            name: businessName ?? account.business_profile.name,
            url: businessUrl ?? account.business_profile.url,
          },
        }),
        metadata: { ...account.metadata, ...metadata },
      }));
  },
};

export const accountEndpoints = [
  createAccount,
  retrieveAccount,
  listAccounts,
  retrieveOwnAccount,
  updateAccount,
];

/** Changes an account and tells the webhook what was different before. */
function changeAccount(context: Context, id: string, change: (account: Account) => Account): Account {
  const before = accountOfPlatform(context, id);
  const after = change(before);
  const changed = Object.entries(before).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof Account]),
  );
  if (changed.length === 0) return before;
  context.store.put('accounts', id, { account: id, object: after });
  recordEvent({ ...context, account: id }, 'account.updated', after, Object.fromEntries(changed));
  return after;
}

/** Its owner has answered everything: the account can charge and is paid out. */
export function completeOnboarding(context: Context, id: string): Account {
  return changeAccount(context, id, (account) => onboarded(account, context.nowMs));
}

/** Stripe takes charges and payouts away; `due` is what would give them back. */
export function disableAccount(context: Context, id: string, reason: DisabledReason, due: string[]): Account {
  return changeAccount(context, id, (account) => disabled(account, reason, due));
}

/** Its owner takes the platform's access away: every later request on the account is refused. */
export function deauthoriseAccount(context: Context, id: string): void {
  accountOfPlatform(context, id);
  context.store.put('accountAccess', id, { connected: false });
  recordEvent({ ...context, account: id }, 'account.application.deauthorized', {
    id: APPLICATION,
    object: 'application',
    name: 'Pointmall',
  });
}

/** Refuses a charge on an account that may take none. */
export function checkChargesEnabled(call: Call): void {
  const account = call.store.get('accounts', call.account)?.object;
  if (!account) throw missing('account', call.account, 'account');
  if (!account.charges_enabled) {
    throw invalid('Your account cannot currently make charges.');
  }
}
