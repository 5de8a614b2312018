import type { CheckoutRequest } from '../domain/payment/checkout-request.ts';
import type { PaymentEvent } from '../domain/payment/decide-payment.ts';
import { duePaymentStep, type PaymentStep, withoutAnswer } from '../domain/payment/due-step.ts';
import type { Payment, Refund } from '../domain/payment/payment.ts';
import { refundOrder } from '../domain/payment/refund-order.ts';
import { findRefund } from '../domain/payment/refunds.ts';
import type { StripeCalls } from '../stripe/stripe-calls.ts';
import type { StripeFailure } from '../stripe/stripe-failure.ts';
import { checkpoint, type PaymentCheckpoint } from './redemption-steps.ts';

export type PaymentSetup = {
  nowMs(): number;
  /** Null where the platform has no key: then nothing is asked, and the clock alone decides. */
  stripe(): StripeCalls | null;
  /** The payment as it is stored now; null where none may be asked about yet. */
  find(redemptionId: string): Payment | null;
  /** Applies an event in one transaction of the account; says whether it changed anything. */
  record(redemptionId: string, event: PaymentEvent): boolean;
};

/**
 * Takes a payment forward until there is nothing to do but to wait. Every step starts by reading the
 * state again, calls stand outside every transaction, and what an answer means is decided on the state
 * as it is when it comes: so it may be killed anywhere and be overtaken by any command.
 */
export class PaymentCoordinator {
  #setup: PaymentSetup;

  constructor(setup: PaymentSetup) {
    this.#setup = setup;
  }

  /**
   * `looks` asks Stripe even where nothing is due. Resolves to `waits` where something is still to be
   * found out that only waiting helps with, and to `unheard` where Stripe was asked and gave no answer.
   */
  async advance(redemptionId: string, looks: boolean): Promise<'done' | 'waits' | 'unheard'> {
    for (let isLooking = looks; ; isLooking = false) {
      const payment = this.#setup.find(redemptionId);
      const step = payment && duePaymentStep(payment, isLooking, this.#setup.nowMs());
      if (payment === null || step === null) return isLooking ? 'waits' : 'done';
      const taken = await this.#take(redemptionId, payment, step);
      if (taken === 'changed' || (await this.#giveUp(redemptionId))) continue;
      return taken === 'unheard' ? 'unheard' : 'waits';
    }
  }

  async #take(redemptionId: string, payment: Payment, step: PaymentStep): Promise<Taken> {
    const stripe = this.#setup.stripe();
    if (step.kind === 'record') return this.#record(redemptionId, step.event, 'close_recorded');
    const { request, sessionId } = payment;
    if (stripe === null || request === null) return 'same';
    const asked: Asked = { redemptionId, stripe, payment, request };
    switch (step.kind) {
      case 'ask_session':
        return this.#askSession(asked);
      case 'look_for_session':
        return this.#lookForSession(asked, refusedSession(payment, 'no_session'));
      case 'expire_session':
        return this.#expireSession(asked, sessionId ?? '');
      case 'read':
        return this.#read(asked, sessionId ?? '');
      case 'refund':
        return this.#refund(asked, step.refund);
    }
  }

  /** The same request under the same key, however often; where the key is spent, Stripe's list tells. */
  async #askSession(asked: Asked): Promise<Taken> {
    const { redemptionId, stripe, payment, request } = asked;
    const { attempt } = payment;
    await checkpoint('payment_stored');
    const answer = await stripe.createSession(request);
    await checkpoint('session_answered');
    if (answer.ok) {
      const made = { kind: 'session_made', attempt, session: answer.value } as const;
      return this.#record(redemptionId, made, 'session_recorded');
    }
    switch (answer.failure.kind) {
      case 'broken':
        return this.#lookForSession(asked, { kind: 'session_lost', attempt });
      case 'refused':
      case 'no_access':
        return this.#lookForSession(asked, refusedSession(payment, nameOf(answer.failure)));
      default:
        return 'unheard';
    }
  }

  /** Adopts the session of this attempt where there is one; `otherwise` is what it means that there is none. */
  async #lookForSession(
    { redemptionId, stripe, payment, request }: Asked,
    otherwise: PaymentEvent,
  ): Promise<Taken> {
    const answer = await stripe.findSession(request);
    await checkpoint('sessions_listed');
    if (answer.ok && answer.value !== null) {
      const made = { kind: 'session_made', attempt: payment.attempt, session: answer.value } as const;
      return this.#record(redemptionId, made, 'session_recorded');
    }
    if (answer.ok) return this.#record(redemptionId, otherwise, 'closed_recorded');
    // Whoever is shut out of the account has shown nobody an address to pay at.
    const isShutOut = answer.failure.kind === 'no_access' || answer.failure.kind === 'refused';
    if (!isShutOut) return 'unheard';
    return this.#record(redemptionId, refusedSession(payment, nameOf(answer.failure)), 'closed_recorded');
  }

  /** Whatever the answer: what became of the session is read, and only that decides. */
  async #expireSession(asked: Asked, sessionId: string): Promise<Taken> {
    await asked.stripe.expireSession(asked.request.accountId, sessionId);
    await checkpoint('expire_answered');
    return this.#read(asked, sessionId);
  }

  async #read({ redemptionId, stripe, request }: Asked, sessionId: string): Promise<Taken> {
    const answer = await stripe.readCheckout(request.accountId, sessionId);
    await checkpoint('evidence_read');
    if (answer.ok) {
      const taken = await this.#record(redemptionId, { kind: 'seen', evidence: answer.value });
      const state = this.#setup.find(redemptionId)?.state;
      if (taken === 'changed' && (state === 'paid' || state === 'closed'))
        await checkpoint(`${state}_recorded`);
      return taken;
    }
    const { kind } = answer.failure;
    if (kind !== 'no_access' && kind !== 'refused') return 'unheard';
    await this.#record(redemptionId, { kind: 'unanswered', failure: nameOf(answer.failure) });
    return 'same';
  }

  /** Looks first at what is there, so that no refund is made twice; then asks for this one. */
  async #refund(asked: Asked, { refundKey, attempts: attempt }: Refund): Promise<Taken> {
    const { redemptionId, stripe, payment } = asked;
    const { sessionId } = payment;
    await checkpoint('refund_recorded');
    const answered = (event: PaymentEvent) => this.#record(redemptionId, event, 'refund_known');
    const seen = sessionId === null ? null : await this.#readRefunds(asked, sessionId);
    if (seen === null) return 'unheard';
    if (seen.kind === 'shut_out')
      return answered({ kind: 'refund_refused', refundKey, attempt, failure: seen.failure });
    const refund = findRefund(seen.payment, refundKey);
    if (refund?.state !== 'requested' || refund.attempts !== attempt) return 'changed';
    const order = refundOrder(seen.payment, refund);
    if (order === null)
      return answered({ kind: 'refund_refused', refundKey, attempt, failure: 'no_payment' });
    const answer = await stripe.createRefund(order);
    await checkpoint('refund_answered');
    if (answer.ok) return answered({ kind: 'refund_made', refund: { ...answer.value, refundKey, attempt } });
    switch (answer.failure.kind) {
      case 'broken':
        await answered({ kind: 'refund_broken', refundKey, attempt });
        return 'same';
      case 'refused':
      case 'no_access':
        return answered({
          kind: 'refund_refused',
          refundKey,
          attempt,
          failure: nameOf(answer.failure),
        });
      default:
        return 'unheard';
    }
  }

  /** The payment with what Stripe knows of its refunds; null while it gives no answer. */
  async #readRefunds(
    asked: Asked,
    sessionId: string,
  ): Promise<{ kind: 'seen'; payment: Payment } | { kind: 'shut_out'; failure: string } | null> {
    const { redemptionId, stripe, request } = asked;
    const answer = await stripe.readCheckout(request.accountId, sessionId);
    await checkpoint('evidence_read');
    if (!answer.ok) {
      const { kind } = answer.failure;
      const isShutOut = kind === 'no_access' || kind === 'refused';
      return isShutOut ? { kind: 'shut_out', failure: nameOf(answer.failure) } : null;
    }
    await this.#record(redemptionId, { kind: 'seen', evidence: answer.value });
    const payment = this.#setup.find(redemptionId);
    return payment && { kind: 'seen', payment };
  }

  /** What the clock says where Stripe says nothing; whether that changed anything. */
  async #giveUp(redemptionId: string): Promise<boolean> {
    const payment = this.#setup.find(redemptionId);
    const event = payment && withoutAnswer(payment, this.#setup.nowMs());
    return event !== null && (await this.#record(redemptionId, event, 'closed_recorded')) === 'changed';
  }

  async #record(redemptionId: string, event: PaymentEvent, passed?: PaymentCheckpoint): Promise<Taken> {
    const changed = this.#setup.record(redemptionId, event);
    if (changed && passed !== undefined) await checkpoint(passed);
    return changed ? 'changed' : 'same';
  }
}

/** What came of a step; `unheard`: Stripe was asked and gave no answer that means anything. */
type Taken = 'changed' | 'same' | 'unheard';

type Asked = { redemptionId: string; stripe: StripeCalls; payment: Payment; request: CheckoutRequest };

function refusedSession({ attempt }: Payment, failure: string): PaymentEvent {
  return { kind: 'session_refused', attempt, failure };
}

/** Stripe's own code where it gave one, for the staff to look up. */
function nameOf({ kind, code }: StripeFailure): string {
  return kind === 'no_access' ? kind : (code ?? kind);
}
