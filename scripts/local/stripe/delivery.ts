import { createHmac } from 'node:crypto';
import { localFetch } from '../local-fetch.ts';
import { secondsOf } from './context.ts';
import type { Store } from './store.ts';
import type { Delivery } from './tables.ts';

const TICK_MS = 100;
const ANSWER_TIMEOUT_MS = 10_000;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** Waits before the next attempt: close together at first, three days in all. */
const RETRY_AFTER_MS = [
  5 * SECOND_MS,
  15 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  ...Array.from({ length: 4 }, () => 13 * HOUR_MS),
];

export type Webhook = { url: string; secret: string };

/** The `stripe-signature` header of a body, by Stripe's scheme v1. */
export function signatureOf(body: string, secret: string, nowMs: number): string {
  const timestamp = secondsOf(nowMs);
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}

/** Brings waiting events to the webhook when they are due by the local clock, again until it takes them. */
export class Deliverer {
  readonly #store: Store;
  readonly #nowMs: () => number;
  readonly #webhook: Webhook | null;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #timer: NodeJS.Timeout;

  constructor(store: Store, nowMs: () => number, webhook: Webhook | null) {
    this.#store = store;
    this.#nowMs = nowMs;
    this.#webhook = webhook;
    this.#timer = setInterval(() => this.wake(), TICK_MS);
    this.#timer.unref();
  }

  /** Begins every delivery that is due. */
  wake(): void {
    const webhook = this.#webhook;
    if (!webhook) return;
    for (const [id, delivery] of this.#store.live('deliveries')) {
      const due = delivery.dueAtMs <= this.#nowMs();
      const before = delivery.after === null ? undefined : this.#store.get('deliveries', delivery.after);
      if (!due || this.#underWay.has(id) || before?.attempts.length === 0) continue;
      const attempt = this.#attempt(id, delivery, webhook).finally(() => this.#underWay.delete(id));
      this.#underWay.set(id, attempt);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay.values());
  }

  async #attempt(id: string, delivery: Delivery, webhook: Webhook): Promise<void> {
    const row = this.#store.get('events', delivery.eventId);
    if (!row) return;
    const status = await post(webhook, JSON.stringify(row.object, null, 2), this.#nowMs());
    const attempts = [...delivery.attempts, { atMs: this.#nowMs(), status }];
    const taken = status !== null && status >= 200 && status < 300;
    const waitMs = RETRY_AFTER_MS[attempts.length - 1];
    const dueAtMs = this.#nowMs() + (waitMs ?? 0);
    const state = taken ? 'delivered' : waitMs === undefined ? 'given_up' : 'waiting';
    this.#store.transaction(() => {
      this.#store.put('deliveries', id, { ...delivery, dueAtMs, state, attempts });
      if (taken) {
        const event = { ...row.object, pending_webhooks: 0 };
        this.#store.put('events', event.id, { ...row, object: event });
      }
    });
  }
}

/** The status that the webhook answered, or null when there was no answer. */
async function post({ url, secret }: Webhook, body: string, nowMs: number): Promise<number | null> {
  try {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signatureOf(body, secret, nowMs),
    };
    const answer = await localFetch(url, { method: 'POST', headers, body, timeoutMs: ANSWER_TIMEOUT_MS });
    return answer.status;
  } catch {
    return null;
  }
}
