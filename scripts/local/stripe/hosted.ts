import type { IncomingMessage, ServerResponse } from 'node:http';
import { textBody } from '../loopback-server.ts';
import { finishAccountLink, openAccountLink } from './account-links.ts';
import { type Card, challengeUrl, confirmChallenge, openSession, payByCard } from './cards.ts';
import type { Context } from './context.ts';
import { StripeError } from './error.ts';
import {
  challengePage,
  checkoutPage,
  closedPage,
  missingPage,
  type Shown,
  setupPage,
} from './hosted-page.ts';
import { pageLanguage } from './hosted-words.ts';
import { failChallenge } from './payments.ts';
import { expireDueSessions } from './sessions.ts';
import type { StandIn } from './stand-in.ts';
import type { Session } from './tables.ts';

const CARDS: readonly Card[] = ['pays', 'declined', 'challenged'];

type Reply = { status: number; page: string } | { redirect: string };

const successUrlOf = (session: Session) =>
  (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);

function shownOf(standIn: StandIn, session: Session, account: string, acceptLanguage: string): Shown {
  const profile = standIn.store.get('accounts', account)?.object.business_profile;
  const lines = standIn.store.get('sessionSecrets', session.id)?.lineItems ?? [];
  return {
    language: pageLanguage(session.locale, acceptLanguage),
    session,
    merchant: profile?.name ?? 'Pointmall',
    lines: lines.map(({ description, amount_total, quantity }) => ({
      name: description ?? '',
      amount: amount_total,
      quantity: quantity ?? 1,
    })),
  };
}

/** Why the last try to pay did not, as the payment itself remembers it. */
function problemOf(standIn: StandIn, session: Session): 'declined' | 'notAuthenticated' | null {
  const error = standIn.store.get('paymentIntents', session.payment_intent ?? '')?.object.last_payment_error;
  if (!error) return null;
  return error.code === 'card_declined' ? 'declined' : 'notAuthenticated';
}

/** Does what a button of an open session's pages asks for, and says where that leads. */
function press(context: Context, session: Session, form: URLSearchParams): string {
  const action = form.get('action');
  const again = `${context.url}/c/pay/${session.id}`;
  if (action === 'leave') return session.cancel_url ?? again;
  if (action === 'refuse') {
    failChallenge(context, openSession(context, session.id));
    return again;
  }
  const card = CARDS.find((one) => one === form.get('card')) ?? 'pays';
  const after =
    action === 'confirm'
      ? confirmChallenge(context, session.id)
      : payByCard(context, session.id, card, form.get('email') ?? undefined);
  if (after.status === 'complete') return successUrlOf(after);
  return card === 'challenged' ? challengeUrl(context.url, session.id) : again;
}

async function checkout(
  standIn: StandIn,
  request: IncomingMessage,
  id: string,
  challenged: boolean,
): Promise<Reply> {
  const form = request.method === 'POST' ? new URLSearchParams(await textBody(request)) : null;
  expireDueSessions(standIn.store, standIn.nowMs(), standIn.url());
  const row = standIn.store.get('sessions', id);
  const acceptLanguage = request.headers['accept-language'] ?? '';
  if (!row) return { status: 404, page: missingPage(pageLanguage(null, acceptLanguage)) };
  const { account, object: session } = row;
  const shown = shownOf(standIn, session, account, acceptLanguage);
  if (session.status !== 'open') {
    const paid = session.status === 'complete';
    // Who pays twice is simply taken on to where the first payment led.
    if (paid && form) return { redirect: successUrlOf(session) };
    return { status: 200, page: closedPage(shown, paid ? successUrlOf(session) : session.cancel_url) };
  }
  if (form) {
    const { store } = standIn;
    const context = { store, nowMs: standIn.nowMs(), url: standIn.url(), account, cause: null };
    return { redirect: store.transaction(() => press(context, session, form)) };
  }
  const page = challenged ? challengePage(shown) : checkoutPage(shown, problemOf(standIn, session));
  return { status: 200, page };
}

async function setup(
  standIn: StandIn,
  request: IncomingMessage,
  account: string,
  token: string,
): Promise<Reply> {
  const { store } = standIn;
  const language = pageLanguage(null, request.headers['accept-language'] ?? '');
  const known = store.get('accountLinks', token);
  if (known?.account !== account) return { status: 404, page: missingPage(language) };
  const context = { store, nowMs: standIn.nowMs(), url: standIn.url(), account, cause: null };
  if (request.method === 'POST') {
    const form = new URLSearchParams(await textBody(request));
    if (form.get('action') === 'leave') return { redirect: known.returnUrl };
    const onward = store.transaction(() => finishAccountLink(context, token));
    return { redirect: onward ?? known.refreshUrl };
  }
  const link = store.transaction(() => openAccountLink(context, token));
  return link ? { status: 200, page: setupPage(language) } : { redirect: known.refreshUrl };
}

function replyTo(standIn: StandIn, request: IncomingMessage, url: URL): Promise<Reply> | Reply {
  const [, area, kind, id = '', rest] = url.pathname.split('/');
  if (area === 'c' && kind === 'pay') return checkout(standIn, request, id, rest === 'challenge');
  if (area === 'setup' && kind === 's') return setup(standIn, request, id, rest ?? '');
  const language = pageLanguage(null, request.headers['accept-language'] ?? '');
  return { status: 404, page: missingPage(language) };
}

/** Serves the pages that people see at Stripe: checkout, the bank's question and a merchant's set-up. */
export async function serveHosted(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  let reply: Reply;
  try {
    reply = await replyTo(standIn, request, url);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    // Somebody else decided between the look and the press, or access was taken away: show it as it is.
    reply = { redirect: url.pathname.replace(/\/challenge$/, '') };
  }
  standIn.deliverer.wake();
  if ('redirect' in reply) {
    response.writeHead(303, { location: reply.redirect });
    response.end();
    return;
  }
  response.writeHead(reply.status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    'cache-control': 'no-store',
  });
  response.end(reply.page);
}
