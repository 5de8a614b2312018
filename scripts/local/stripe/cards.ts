import type { Context } from './context.ts';
import { invalid } from './error.ts';
import { challengeSession, declineSession, paySession } from './payments.ts';
import type { Session } from './tables.ts';

/** What each of the cards on the hosted page does; their numbers are Stripe's own test numbers. */
export type Card = 'pays' | 'declined' | 'challenged';

const PAYER_NAME = 'Pat Payer';
const PAYER_EMAIL = 'payer@example.com';

export const challengeUrl = (baseUrl: string, sessionId: string) => `${baseUrl}/c/pay/${sessionId}/challenge`;

/**
 * Tries to pay a session with a card and returns the session as it is then. Only an open one can be
 * paid: whoever comes second, to pay or to expire, finds it decided.
 */
export function payByCard(context: Context, sessionId: string, card: Card, email = PAYER_EMAIL): Session {
  const session = openSession(context, sessionId);
  const payer = { email, name: PAYER_NAME };
  if (card === 'pays') paySession(context, session, payer, false);
  if (card === 'declined') declineSession(context, session, payer);
  if (card === 'challenged') challengeSession(context, session, challengeUrl(context.url, sessionId));
  return context.store.get('sessions', sessionId)?.object ?? session;
}

/** The session while it can be paid; anything else is refused. */
export function openSession({ store }: Context, sessionId: string): Session {
  const session = store.get('sessions', sessionId)?.object;
  if (session?.status !== 'open') throw invalid(`The Checkout Session is ${session?.status ?? 'missing'}.`);
  return session;
}

/** The payer confirmed to her bank, with what she entered before. */
export function confirmChallenge(context: Context, sessionId: string): Session {
  const session = openSession(context, sessionId);
  return paySession(context, session, { email: PAYER_EMAIL, name: PAYER_NAME }, true);
}
