import type Stripe from 'stripe';
import { stripeClient } from '../../src/stripe/stripe-client.ts';

/** What becomes of the next request on a path: before or after it took effect, or what else is answered. */
type Fault = { path: RegExp; how: 'lost' | 'reply-lost' | 'saved-500' | 'saved-500-after' | Response };
type Account = {
  id: string;
  country: string;
  metadata: Record<string, string>;
  connected: boolean;
  object: object;
};

const CLOSED = { code: 'account_invalid', type: 'invalid_request_error' };
const DUE = ['external_account', 'business_profile.url', 'individual.verification.document'];

/** Details in: the account charges cards and is paid out. */
export const WHOLE = {
  charges_enabled: true,
  payouts_enabled: true,
  details_submitted: true,
  capabilities: { card_payments: 'active' },
  requirements: { currently_due: [], past_due: [], pending_verification: [], disabled_reason: null },
};
const FRESH = {
  charges_enabled: false,
  payouts_enabled: false,
  details_submitted: false,
  capabilities: { card_payments: 'inactive' },
  requirements: {
    currently_due: DUE,
    past_due: [],
    pending_verification: [],
    disabled_reason: 'requirements.past_due',
  },
};

/**
 * As much of Stripe as accounts need, in the place of its network: accounts with their idempotency
 * table, links, and faults by script. The code talks to it through the library, as to the real one.
 */
export function scriptedStripe() {
  const accounts: Account[] = [];
  const saved = new Map<string, { body: string; status: number; answer: object }>();
  const faults: Fault[] = [];
  const links: Record<string, string>[] = [];
  let refusal: object | null = null;

  const createAccount = (form: URLSearchParams): [number, object] => {
    if (refusal !== null) return [400, { error: refusal }];
    const id = `acct_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
    const metadata = {
      tenantId: form.get('metadata[tenantId]') ?? '',
      request: form.get('metadata[request]') ?? '',
    };
    const country = form.get('country') ?? '';
    const account = { id, country, metadata, connected: true, object: FRESH };
    accounts.push(account);
    return [200, shown(account)];
  };
  const shown = ({ id, country, metadata, object }: Account) => ({
    id,
    object: 'account',
    country,
    metadata,
    ...object,
  });
  const find = (id: string): [number, object] => {
    const account = accounts.find((each) => each.id === id && each.connected);
    return account ? [200, shown(account)] : [403, { error: CLOSED }];
  };
  const link = (form: URLSearchParams): [number, object] => {
    const [status, answer] = find(form.get('account') ?? '');
    if (status !== 200) return [status, answer];
    links.push(Object.fromEntries(form));
    return [200, { object: 'account_link', url: `https://connect.stripe.test/setup/${links.length}` }];
  };
  const serve = (method: string, path: string, form: URLSearchParams): [number, object] => {
    if (method === 'POST' && path === '/v1/accounts') return createAccount(form);
    if (method === 'POST' && path === '/v1/account_links') return link(form);
    if (path === '/v1/accounts') {
      const data = accounts.filter(({ connected }) => connected).map(shown);
      return [200, { object: 'list', data, has_more: false, url: path }];
    }
    return find(path.split('/').at(-1) ?? '');
  };

  const fetchFn: typeof fetch = async (input, init) => {
    const request = new Request(input as string, init as RequestInit);
    const { pathname } = new URL(request.url);
    const body = String(init?.body ?? '');
    const key = request.headers.get('idempotency-key');
    const known = key === null ? undefined : saved.get(key);
    if (known && known.body !== body)
      return Response.json({ error: { type: 'idempotency_error' } }, { status: 400 });
    if (known) return Response.json(known.answer, { status: known.status });
    const met = faults.findIndex(({ path }) => path.test(`${request.method} ${pathname}`));
    const how = met < 0 ? null : faults.splice(met, 1)[0]?.how;
    if (how instanceof Response) return how;
    if (how === 'lost') throw new TypeError('network');
    const [status, answer] =
      how === 'saved-500' ? BROKEN : serve(request.method, pathname, new URLSearchParams(body));
    const told = how === 'saved-500-after' ? BROKEN : ([status, answer] as const);
    if (key !== null) saved.set(key, { body, status: told[0], answer: told[1] });
    if (how === 'reply-lost') throw new TypeError('network');
    return Response.json(told[1], { status: told[0] });
  };

  const setting = {
    secretKey: 'sk_test_1',
    webhookSecret: 'whsec_1',
    apiBase: null,
    applicationFeeBasisPoints: 0,
  };
  return {
    client: stripeClient(setting, fetchFn) as Stripe,
    accounts,
    links,
    /** The next request on the path meets this; faults are met in the order of their script. */
    fail: (path: RegExp, how: Fault['how']) => faults.push({ path, how }),
    refuseAccounts: (error: object | null) => {
      refusal = error;
    },
    /** Forgets keys as Stripe may after a day. */
    forgetKeys: () => saved.clear(),
    /** What Stripe says of the account from now on. */
    change(id: string, object: object) {
      const account = accounts.find((each) => each.id === id);
      if (account) account.object = { ...account.object, ...object };
    },
    disconnect(id: string) {
      const account = accounts.find((each) => each.id === id);
      if (account) account.connected = false;
    },
  };
}

const BROKEN: [number, object] = [500, { error: { type: 'api_error' } }];
