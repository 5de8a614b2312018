import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { localFetch } from '../../../scripts/local/local-fetch.ts';
import { serveLoopback, textBody } from '../../../scripts/local/loopback-server.ts';
import type { Books } from '../../../scripts/local/stripe/books.ts';
import type { Fault } from '../../../scripts/local/stripe/faults.ts';
import { startStripe } from '../../../scripts/local/stripe/start-stripe.ts';

export const SECRET_KEY = 'sk_test_ofTheTests';
export const WEBHOOK_SECRET = 'whsec_ofTheTests';
const BEGIN_MS = Date.UTC(2026, 10, 22, 9);

type ShownDelivery = {
  eventId: string;
  type: string;
  state: string;
  attempts: { atMs: number; status: number | null }[];
};

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** A client as the Worker has one: the `stripe` package, told where to find the stand-in. */
export function clientOf(url: string, key = SECRET_KEY): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(key, { host: hostname, port: Number(port), protocol: 'http', maxNetworkRetries: 0 });
}

/** Answers webhooks, by default with 200, and keeps what arrived. */
async function startReceiver() {
  const arrived: { body: string; signature: string; event: Stripe.Event }[] = [];
  const answers: number[] = [];
  const server = await serveLoopback(0, async (request, response) => {
    const body = await textBody(request);
    const event = JSON.parse(body) as Stripe.Event;
    arrived.push({ body, signature: String(request.headers['stripe-signature']), event });
    response.writeHead(answers.shift() ?? 200).end();
  });
  return { ...server, arrived, answers };
}

/**
 * A stand-in of its own for one test, with a clock that stands still. `restart` ends it and starts
 * it on the same state, as does a new start after a kill: it keeps nothing but its file.
 */
export async function scene() {
  const folder = mkdtempSync(join(tmpdir(), 'pointmall-stripe-'));
  const receiver = await startReceiver();
  const clock = { nowMs: BEGIN_MS };
  const start = () =>
    startStripe({
      file: join(folder, 'stripe.jsonl'),
      nowMs: () => clock.nowMs,
      port: 0,
      secretKey: SECRET_KEY,
      webhook: { url: `${receiver.url}/webhooks/stripe`, secret: WEBHOOK_SECRET },
    });
  let server = await start();
  onTestFinished(async () => {
    await server.stop();
    await receiver.stop();
    rmSync(folder, { recursive: true });
  });
  return {
    clock,
    receiver,
    file: join(folder, 'stripe.jsonl'),
    url: () => server.url,
    stripe: () => clientOf(server.url),
    control: <Answer>(path: string, body?: unknown) => control<Answer>(server.url, path, body),
    books: () => control<Books[]>(server.url, 'books'),
    deliveries: () => control<ShownDelivery[]>(server.url, 'events'),
    faults: () => control<{ faults: Fault[]; stalled: number }>(server.url, 'faults'),
    page: (address: string, form?: Record<string, string>) => page(server.url, address, form),
    async restart(meanwhile = () => {}) {
      await server.stop();
      meanwhile();
      server = await start();
    },
  };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

/** Turns a knob: GET without a body, else POST. */
async function control<Answer>(url: string, path: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await localFetch(`${url}/control/${path}`, init);
  if (!answer.ok) throw new Error(`knob ${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Opens a hosted page as a browser would, or presses a button of it. */
async function page(url: string, address: string, form?: Record<string, string>) {
  const answer = await localFetch(new URL(address, url), {
    ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    headers: { 'accept-language': 'en' },
  });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

/** A connected account that can charge, in the currency of its country. */
export async function openAccount({ stripe, control }: Scene, country = 'HK'): Promise<string> {
  const account = await stripe().accounts.create({
    type: 'standard',
    country,
    business_profile: { name: 'Mianyu' },
  });
  await control(`accounts/${account.id}/onboard`, {});
  return account.id;
}

/** What a redemption asks for, in the currency and amount given. */
export function sessionOf(
  { clock }: Scene,
  currency = 'cny',
  amount = 16_670,
  fee = 500,
): Stripe.Checkout.SessionCreateParams {
  const metadata = { redemptionId: 'rdm_1' };
  return {
    mode: 'payment',
    line_items: [
      { price_data: { currency, unit_amount: amount, product_data: { name: 'Watch' } }, quantity: 1 },
    ],
    client_reference_id: 'rdm_1',
    metadata,
    payment_intent_data: { application_fee_amount: fee, metadata },
    expires_at: Math.floor(clock.nowMs / 1000) + 40 * 60,
    success_url: 'http://shop.localhost:8787/redemptions/rdm_1?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.localhost:8787/redemptions/rdm_1',
    allowed_payment_method_types: ['card'],
    locale: 'en',
  };
}

/** A session paid on its page, and its payment. */
export async function payNew(scene: Scene, account: string, params = sessionOf(scene)) {
  const options = { stripeAccount: account };
  const session = await scene.stripe().checkout.sessions.create(params, options);
  await scene.page(session.url ?? '', { action: 'pay', card: 'pays', email: 'ming@example.com' });
  const paid = await scene.stripe().checkout.sessions.retrieve(session.id, {}, options);
  return { session: paid, intent: paid.payment_intent as string, options };
}

/** Waits until `seen` finds what it looks for; deliveries run beside the requests that cause them. */
export async function until<Found>(
  seen: () => Found | undefined | false | Promise<Found | undefined | false>,
) {
  for (;;) {
    const found = await seen();
    if (found) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Why a call was refused. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
