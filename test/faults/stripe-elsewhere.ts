import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import type { LoopbackServer } from '../../scripts/local/loopback-server.ts';
import type { Books } from '../../scripts/local/stripe/books.ts';
import type { Fault } from '../../scripts/local/stripe/faults.ts';
import { startStripe } from '../../scripts/local/stripe/start-stripe.ts';

const SECRET_KEY = 'sk_test_elsewhere';
const WEBHOOK_SECRET = 'whsec_elsewhere';
/** The platform takes its part of each payment, so that refunds have it to give back, too. */
const FEE_BASIS_POINTS = '250';

type Delivery = { account: string; state: string };

/** The stand-in for Stripe in a process that outlives the server's: what dies is Pointmall alone. */
export class StripeElsewhere {
  readonly #folder: string;
  #server: LoopbackServer | null = null;
  #offsetMs = 0;

  private constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'pointmall-stripe-'));
  }

  /** Sends its events to a Pointmall on `port`. */
  static async start(port: number): Promise<StripeElsewhere> {
    const stripe = new StripeElsewhere();
    stripe.#server = await startStripe({
      file: join(stripe.#folder, 'stripe.jsonl'),
      nowMs: () => Date.now() + stripe.#offsetMs,
      port: 0,
      secretKey: SECRET_KEY,
      webhook: { url: `http://api.localhost:${port}/webhooks/stripe`, secret: WEBHOOK_SECRET },
    });
    return stripe;
  }

  /** What a server is started with to know it. */
  get environment(): Record<string, string> {
    return {
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      WORKER_VARIABLES: JSON.stringify({
        STRIPE_API_BASE: this.url,
        STRIPE_APPLICATION_FEE_BASIS_POINTS: FEE_BASIS_POINTS,
      }),
    };
  }

  /** What an audit is run with to read its lists. */
  get auditEnvironment(): Record<string, string> {
    return { STRIPE_SECRET_KEY: SECRET_KEY, STRIPE_API_BASE: this.url };
  }

  get url(): string {
    if (this.#server === null) throw new Error('it was started');
    return this.#server.url;
  }

  setClockAhead(offsetMs: number): void {
    this.#offsetMs = offsetMs;
  }

  /** Turns a knob: GET without a body, else POST. */
  async control<Answer>(path: string, body?: unknown): Promise<Answer> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await localFetch(`${this.url}/control/${path}`, init);
    if (!answer.ok) throw new Error(`knob ${path}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  books(): Promise<Books[]> {
    return this.control('books');
  }

  /** What the API lists of a payment, as the platform may ask for it. */
  async refundsOf(account: string, paymentIntent: string): Promise<{ id: string }[]> {
    const answer = await localFetch(`${this.url}/v1/refunds?payment_intent=${paymentIntent}`, {
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'stripe-account': account },
    });
    return ((await answer.json()) as { data: { id: string }[] }).data;
  }

  /** Faults of an account that nothing has met yet. */
  async faultsLeft(account: string): Promise<Fault[]> {
    const { faults } = await this.control<{ faults: Fault[] }>('faults');
    return faults.filter((each) => each.account === account);
  }

  /** How many events of an account are still to be delivered. */
  async eventsWaiting(account: string): Promise<number> {
    const deliveries = await this.control<Delivery[]>('events');
    return deliveries.filter((each) => each.account === account && each.state === 'waiting').length;
  }

  /** Presses "pay" on the page with a card; true where it was taken, as the browser is sent on to the shop. */
  async pay(address: string, card: 'pays' | 'declined' = 'pays'): Promise<boolean> {
    const form = new URLSearchParams({ action: 'pay', card, email: 'payer@example.com' });
    const answer = await localFetch(address, {
      method: 'POST',
      headers: { 'accept-language': 'en', 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    return /\/paid$/.test(answer.headers.get('location') ?? '');
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
