import { fromChargeAmount } from '../../src/domain/payment/charge-amount.ts';
import type { CheckoutRequest } from '../../src/domain/payment/checkout-request.ts';
import type {
  CheckoutEvidence,
  SeenDispute,
  SeenRefund,
  SeenSession,
} from '../../src/domain/payment/evidence.ts';
import { isOfRequest } from '../../src/domain/payment/judge.ts';
import type { RefundOrder } from '../../src/domain/payment/refund-order.ts';
import type { Answer, StripeCalls } from '../../src/stripe/stripe-calls.ts';
import type { StripeFailure } from '../../src/stripe/stripe-failure.ts';

export type CallName = keyof StripeCalls;
/**
 * `request_lost` never arrived, of `reply_lost` the answer did not. `saved_500` answers a fault that its
 * key repeats for ever, with no effect; `late_500` the same after the effect.
 */
export type Fault = 'request_lost' | 'reply_lost' | 'saved_500' | 'late_500' | 'busy' | 'no_access';

type Session = {
  request: CheckoutRequest;
  sessionId: string;
  status: SeenSession['status'];
  paid: { amountMinor: number; currency: string } | null;
  refunds: SeenRefund[];
  dispute: SeenDispute | null;
};
type Reply = { content: string; answer: Answer<unknown> };

const LEAST_LIFE_SECONDS = 30 * 60;

/** As much of Stripe as an account can see, in memory: sessions, refunds, keys; and every way to fail. */
export class FakeStripe implements StripeCalls {
  readonly sessions: Session[] = [];
  readonly asked: CallName[] = [];
  /** Awaited before and after each call has had its effect. */
  pause: (name: CallName, at: 'request' | 'reply') => Promise<void> = async () => {};
  #faults: { name: CallName; fault: Fault; times: number }[] = [];
  #replies = new Map<string, Reply>();
  #ids = 0;
  #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The next calls of that name fail so. */
  fail(name: CallName, fault: Fault, times = 1): void {
    this.#faults.push({ name, fault, times });
  }

  /** From now on every call is answered. */
  heal(): void {
    this.#faults = [];
  }

  /** The member pays on the page; false where it is closed. */
  pay(sessionId: string, given: Partial<{ amountMinor: number; currency: string }> = {}): boolean {
    const session = this.#session(sessionId);
    if (this.#statusOf(session) !== 'open') return false;
    session.status = 'complete';
    session.paid = { ...amountOf(session.request), ...given };
    return true;
  }

  /** Somebody refunds in Stripe's dashboard. */
  refundOutside(
    sessionId: string,
    amountMinor: number,
    status: SeenRefund['status'] = 'succeeded',
  ): SeenRefund {
    const made: SeenRefund = {
      stripeRefundId: this.#id('re'),
      amountMinor,
      status,
      failure: null,
      refundKey: null,
      attempt: null,
    };
    this.#session(sessionId).refunds.push(made);
    return made;
  }

  dispute(sessionId: string, state: string): void {
    const session = this.#session(sessionId);
    const amountMinor = session.paid?.amountMinor ?? 0;
    session.dispute = { disputeId: `du_${sessionId}`, amountMinor, state, reason: 'fraudulent' };
  }

  /** Sessions that could be paid now. */
  payable(): string[] {
    return this.sessions.flatMap((each) => (this.#statusOf(each) === 'open' ? [each.sessionId] : []));
  }

  /** The cash that is still the shop's, over all sessions. */
  keptMinor(): number {
    return this.sessions.reduce((sum, each) => sum + (each.paid?.amountMinor ?? 0) - refundedMinor(each), 0);
  }

  createSession(request: CheckoutRequest): Promise<Answer<SeenSession>> {
    return this.#keyed('createSession', request.idempotencyKey, request, () => {
      if (request.params.expires_at < this.#nowMs() / 1_000 + LEAST_LIFE_SECONDS)
        return { refused: refusal('expires_at_invalid') };
      const sessionId = this.#id('cs');
      const session: Session = { request, sessionId, status: 'open', paid: null, refunds: [], dispute: null };
      this.sessions.push(session);
      return { saved: this.#seen(session) };
    });
  }

  findSession(request: CheckoutRequest): Promise<Answer<SeenSession | null>> {
    return this.#call('findSession', () => {
      const seen = this.sessions.map((each) => this.#seen(each));
      return ok(seen.find((each) => isOfRequest(request, each)) ?? null);
    });
  }

  expireSession(accountId: string, sessionId: string): Promise<Answer<SeenSession>> {
    return this.#call('expireSession', () => {
      const session = this.#onAccount(accountId, sessionId);
      if (session === null) return failed('refused', 'resource_missing');
      if (this.#statusOf(session) !== 'open') return failed('refused', 'session_not_open');
      session.status = 'expired';
      return ok(this.#seen(session));
    });
  }

  readCheckout(accountId: string, sessionId: string): Promise<Answer<CheckoutEvidence>> {
    return this.#call('readCheckout', () => {
      const session = this.#onAccount(accountId, sessionId);
      if (session === null) return failed('refused', 'resource_missing');
      const { paid, refunds, dispute } = session;
      const intent = paid && {
        status: 'succeeded',
        amountReceivedMinor: paid.amountMinor,
        currency: paid.currency,
      };
      const copies = refunds.map((each) => ({ ...each }));
      return ok({ accountId, session: this.#seen(session), intent, refunds: copies, dispute });
    });
  }

  createRefund(order: RefundOrder): Promise<Answer<SeenRefund>> {
    return this.#keyed('createRefund', order.idempotencyKey, order, () => {
      const session = this.sessions.find((each) => `pi_${each.sessionId}` === order.params.payment_intent);
      const amountMinor = fromChargeAmount(order.params.amount, order.currency);
      const left = (session?.paid?.amountMinor ?? 0) - (session ? refundedMinor(session) : 0);
      if (session === undefined || amountMinor > left) return { refused: refusal('charge_already_refunded') };
      const { refundKey, attempt } = order.params.metadata;
      const made: SeenRefund = {
        stripeRefundId: this.#id('re'),
        amountMinor,
        status: 'succeeded',
        failure: null,
        refundKey,
        attempt: Number(attempt),
      };
      session.refunds.push(made);
      return { saved: { ...made } };
    });
  }

  /** A request with a key: what was done under it is answered again, with another content it is refused. */
  #keyed<Value>(
    name: CallName,
    key: string,
    content: object,
    act: () => { saved: Value } | { refused: StripeFailure },
  ): Promise<Answer<Value>> {
    return this.#call<Value>(
      name,
      (fault) => {
        const known = this.#replies.get(key);
        const text = JSON.stringify(content);
        if (known && known.content !== text) return failed('refused', 'idempotency_error');
        if (known) return known.answer as Answer<Value>;
        const done = fault === 'saved_500' ? { saved: null } : act();
        if ('refused' in done) return { ok: false, failure: done.refused };
        const isBroken = fault === 'saved_500' || fault === 'late_500';
        const answer: Answer<Value> = isBroken ? failed('broken', null) : ok(done.saved as Value);
        this.#replies.set(key, { content: text, answer });
        return answer;
      },
      true,
    );
  }

  async #call<Value>(
    name: CallName,
    act: (fault: Fault | null) => Answer<Value>,
    isKeyed = false,
  ): Promise<Answer<Value>> {
    this.asked.push(name);
    const fault = this.#nextFault(name);
    await this.pause(name, 'request');
    if (fault === 'request_lost') return failed('lost', null);
    if (fault === 'busy') return failed('busy', null);
    if (fault === 'no_access') return failed('no_access', 'account_invalid');
    const answer = fault === 'saved_500' && !isKeyed ? failed('broken', null) : act(fault);
    await this.pause(name, 'reply');
    if (fault === 'late_500') return failed('broken', null);
    return fault === 'reply_lost' ? failed('lost', null) : answer;
  }

  #nextFault(name: CallName): Fault | null {
    const found = this.#faults.find((each) => each.name === name && each.times > 0);
    if (found === undefined) return null;
    found.times -= 1;
    return found.fault;
  }

  #seen(session: Session): SeenSession {
    const { request, sessionId, paid } = session;
    const status = this.#statusOf(session);
    return {
      sessionId,
      status,
      paymentStatus: paid ? 'paid' : 'unpaid',
      ...amountOf(request),
      reference: request.params.client_reference_id,
      metadata: request.params.metadata,
      paymentIntentId: paid ? `pi_${sessionId}` : null,
      url: status === 'open' ? `https://checkout.test/${sessionId}` : null,
    };
  }

  #statusOf({ status, request }: Session): SeenSession['status'] {
    const isOver = this.#nowMs() >= request.params.expires_at * 1_000;
    return status === 'open' && isOver ? 'expired' : status;
  }

  #session(sessionId: string): Session {
    const session = this.sessions.find((each) => each.sessionId === sessionId);
    if (session === undefined) throw new Error(`no session ${sessionId}`);
    return session;
  }

  #onAccount(accountId: string, sessionId: string): Session | null {
    const session = this.#session(sessionId);
    return session.request.accountId === accountId ? session : null;
  }

  #id(kind: string): string {
    this.#ids += 1;
    return `${kind}_${this.#ids}`;
  }
}

function amountOf({ params }: CheckoutRequest): { amountMinor: number; currency: string } {
  const currency = (params.line_items[0]?.price_data.currency ?? '').toUpperCase();
  const amount = params.line_items.reduce(
    (sum, { quantity, price_data }) => sum + quantity * price_data.unit_amount,
    0,
  );
  return { amountMinor: fromChargeAmount(amount, currency), currency };
}

function refundedMinor({ refunds }: Session): number {
  return refunds.reduce((sum, { amountMinor, status }) => sum + (status === 'failed' ? 0 : amountMinor), 0);
}

function ok<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

function refusal(code: string | null, kind: StripeFailure['kind'] = 'refused'): StripeFailure {
  return { kind, code, status: 400, requestId: null };
}

function failed(kind: StripeFailure['kind'], code: string | null): { ok: false; failure: StripeFailure } {
  return { ok: false, failure: refusal(code, kind) };
}
