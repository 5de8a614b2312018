import type { IncomingMessage } from 'node:http';
import { Deliverer, type Webhook } from './delivery.ts';
import { Faults } from './faults.ts';
import { Idempotency } from './idempotency.ts';
import { expireDueSessions } from './sessions.ts';
import { Store } from './store.ts';

const NOTED_REQUESTS_MAX = 1000;
const TICK_MS = 500;

export type NotedRequest = {
  requestId: string;
  method: string;
  path: string;
  parameters: string;
  account: string | null;
  idempotencyKey: string | null;
  /** Null when the connection was broken before anything happened. */
  status: number | null;
};

export type StandInOptions = {
  /** Where its state is kept. */
  file: string;
  /** Time on this machine, which tests move. */
  nowMs(): number;
  secretKey: string;
  /** Where events go; null keeps them to itself. */
  webhook: Webhook | null;
};

/** The parts of the stand-in that its servers share. */
export class StandIn {
  readonly store: Store;
  readonly secretKey: string;
  readonly nowMs: () => number;
  readonly idempotency: Idempotency;
  readonly faults: Faults;
  readonly deliverer: Deliverer;
  /** What the API was asked lately, oldest first, for tests that look at what was sent. */
  readonly requests: NotedRequest[] = [];
  readonly #timer: NodeJS.Timeout;
  #url = '';

  constructor({ file, nowMs, secretKey, webhook }: StandInOptions) {
    this.store = new Store(file);
    this.secretKey = secretKey;
    this.nowMs = nowMs;
    this.idempotency = new Idempotency(this.store);
    this.faults = new Faults(this.store);
    this.deliverer = new Deliverer(this.store, nowMs, webhook);
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#timer.unref();
  }

  /** Address of the hosted pages, known once the server listens. */
  url(): string {
    return this.#url;
  }

  listensAt(url: string): void {
    this.#url = url;
  }

  note(request: IncomingMessage, url: URL, text: string, requestId: string, status: number | null): void {
    const { method = '', headers } = request;
    const named = (name: string) => (headers[name] as string | undefined) ?? null;
    this.requests.push({
      requestId,
      method,
      path: url.pathname,
      parameters: method === 'POST' ? text : url.search.slice(1),
      account: named('stripe-account'),
      idempotencyKey: named('idempotency-key'),
      status,
    });
    if (this.requests.length > NOTED_REQUESTS_MAX) this.requests.shift();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.faults.release();
    await this.deliverer.stop();
    this.store.close();
  }

  #tick(): void {
    expireDueSessions(this.store, this.nowMs(), this.#url);
    this.idempotency.prune(this.nowMs());
  }
}
