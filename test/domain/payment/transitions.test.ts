import { describe, expect, test } from 'vitest';
import {
  decidePayment,
  type PaymentDecision,
  type PaymentEvent,
} from '../../../src/domain/payment/decide-payment.ts';
import type { PaymentState } from '../../../src/domain/payment/payment.ts';
import { CASH_MINOR, START_MS } from './memory-shop.ts';
import { opened, sessionOf } from './standing.ts';

describe('every event in every state of a payment', () => {
  const STATES: PaymentState[] = ['requesting', 'open', 'closing', 'paid', 'closed', 'abandoned'];
  /** As it would stand, its session at Stripe being open, expired or paid. */
  async function inState(state: PaymentState, session: 'open' | 'expired' | 'paid') {
    const shop = await opened();
    const sessionId = sessionOf(shop);
    if (session === 'paid') shop.stripe.pay(sessionId);
    if (session === 'expired') await shop.stripe.expireSession('acct_1', sessionId);
    const read = await shop.stripe.readCheckout('acct_1', sessionId);
    if (!read.ok) throw new Error('it can be read');
    const received = state === 'paid' ? { amountMinor: CASH_MINOR, currency: 'CNY' } : null;
    const payment = { ...shop.payment, state, received, failure: null };
    if (state === 'requesting') Object.assign(payment, { sessionId: null, url: null });
    return { payment, evidence: read.value };
  }
  type At = Awaited<ReturnType<typeof inState>>;
  const made = ({ evidence }: At): PaymentEvent => ({
    kind: 'session_made',
    attempt: 1,
    session: evidence.session,
  });
  const seen = ({ evidence }: At): PaymentEvent => ({ kind: 'seen', evidence });
  const plain = (event: PaymentEvent) => () => event;

  test.each<[string, 'open' | 'expired' | 'paid', (at: At) => PaymentEvent, string]>([
    ['a session was made', 'open', made, 'open = = = = ='],
    [
      'none can be made',
      'open',
      plain({ kind: 'session_refused', attempt: 1, failure: 'x' }),
      'closed/undo = = = = =',
    ],
    ['one was lost', 'open', plain({ kind: 'session_lost', attempt: 1 }), 'requesting = = = = ='],
    ['the time is over', 'open', plain({ kind: 'promise_over' }), 'closing closing = = = ='],
    ['given up', 'open', plain({ kind: 'given_up' }), 'abandoned/undo abandoned/undo abandoned/undo = = ='],
    ['called off', 'open', plain({ kind: 'call_off', by: 'member' }), 'closing closing = = = ='],
    ['seen open', 'open', seen, 'foreign = = = = ='],
    ['seen expired', 'expired', seen, 'foreign closed/undo closed/undo = closed closed'],
    ['seen paid', 'paid', seen, 'foreign paid/capture paid/capture paid paid/refund paid/refund'],
  ])('%s', async (_, session, eventOf, expected) => {
    const found: string[] = [];
    for (const state of STATES) {
      const at = await inState(state, session);
      const isAwaiting = ['requesting', 'open', 'closing'].includes(state);
      const goods = isAwaiting ? 'awaiting' : state === 'paid' ? 'kept' : 'let_go';
      const place = { goods, redemptionId: 'rdm_1', nowMs: START_MS } as const;
      const decision = decidePayment(at.payment, eventOf(at), place);
      found.push(wordsOf(decision));
    }
    expect(found.join(' ')).toBe(expected);
  });

  function wordsOf(decision: PaymentDecision): string {
    if (decision.kind === 'unchanged') return '=';
    if (decision.kind === 'refused') return decision.refusal.code;
    const { payment, verdict } = decision;
    if (payment.failure === 'foreign_session') return 'foreign';
    if (payment.refunds.length > 0) return `${payment.state}/refund`;
    return verdict === 'none' ? payment.state : `${payment.state}/${verdict}`;
  }
});
