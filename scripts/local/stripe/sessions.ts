import { checkChargesEnabled } from './accounts.ts';
import { type Context, type Endpoint, secondsOf } from './context.ts';
import { invalid, missing } from './error.ts';
import { recordEvent } from './events.ts';
import { lineItemsUrl } from './expand.ts';
import { pageAskedFor } from './list.ts';
import { sessionAskedFor } from './new-session.ts';
import { listing, objectOf, retrieving } from './objects.ts';
import { cancelIntent } from './payments.ts';
import { newSession } from './session-object.ts';
import type { Store } from './store.ts';
import type { Session } from './tables.ts';

const PATH = '/v1/checkout/sessions';
const KIND = 'checkout.session';

const createSession: Endpoint = {
  method: 'POST',
  path: PATH,
  handle(call) {
    const asked = sessionAskedFor(call);
    return () => {
      if (call.connected) checkChargesEnabled(call);
      const session = newSession(asked.session, call.nowMs, call.url);
      call.store.put('sessions', session.id, { account: call.account, object: session });
      call.store.put('sessionSecrets', session.id, asked.secrets);
      return session;
    };
  },
};

const expireOpenSession: Endpoint = {
  method: 'POST',
  path: `${PATH}/:id/expire`,
  handle: (call) => () => {
    const session = objectOf(call, 'sessions', call.ids[0] ?? '', KIND, 'session');
    if (session.status !== 'open') {
      throw invalid(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
      );
    }
    return expireSession(call, session);
  },
};

const listLineItems: Endpoint = {
  method: 'GET',
  path: `${PATH}/:id/line_items`,
  handle(call) {
    const id = call.ids[0] ?? '';
    const page = pageAskedFor(call, lineItemsUrl(id));
    return () => {
      objectOf(call, 'sessions', id, KIND, 'session');
      const secrets = call.store.get('sessionSecrets', id);
      if (!secrets) throw missing(KIND, id, 'session');
      return page([...secrets.lineItems].reverse());
    };
  },
};

export const sessionEndpoints = [
  createSession,
  retrieving(PATH, 'sessions', KIND, 'session'),
  listing(PATH, 'sessions', ['payment_intent', 'status']),
  expireOpenSession,
  listLineItems,
];

/** Ends an open session: nobody can pay it any more, and a payment that was begun is cancelled. */
function expireSession(context: Context, session: Session): Session {
  const expired: Session = { ...session, status: 'expired', url: null };
  context.store.put('sessions', session.id, { account: context.account, object: expired });
  if (session.payment_intent) cancelIntent(context, session.payment_intent);
  recordEvent(context, 'checkout.session.expired', expired);
  return expired;
}

/** Expires every session whose time has come: asked before anything else, so that none outlives its time. */
export function expireDueSessions(store: Store, nowMs: number, url: string): void {
  const due = store.live('sessions').filter(([, { object }]) => object.expires_at <= secondsOf(nowMs));
  if (due.length === 0) return;
  store.transaction(() => {
    for (const [, { account, object }] of due) {
      expireSession({ store, nowMs, url, account, cause: null }, object);
    }
  });
}
