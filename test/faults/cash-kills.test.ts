import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PAYMENT_STEPS, type PaymentCheckpoint } from '../../src/account/redemption-steps.ts';
import type { RedemptionAnswer } from '../../src/features/redemptions/schemas.ts';
import { runAudit } from './audit.ts';
import { readStock } from './books.ts';
import { expectedPoints, pointsOf, readCashBooks } from './cash-books.ts';
import { CashCustomer, counted } from './cash-customer.ts';
import { type CashShop, MIX, openCashShop, redemptionNow } from './cash-shop.ts';
import { Crowd } from './crowd.ts';
import { eventually, pause } from './eventually.ts';
import { KilledServer } from './killed-server.ts';
import { quietPort } from './quiet-port.ts';
import { StripeElsewhere } from './stripe-elsewhere.ts';

const SEED = 20_261_122;
const CLIENTS = 16;
const GIVEN_POINTS = 100_000;
const UNITS = 50_000;
const THINK_MS = 800;
const HIT_MS_MAX = 30_000;
const MINUTE_MS = 60_000;
/** The time to pay, with a minute for whoever reads another clock. */
const PAY_TIME_MS = 31 * MINUTE_MS;
/** Past every promise: what is not known by then is not on its way any more. */
const PAST_PROMISES_MS = 3 * 60 * MINUTE_MS;

let server: KilledServer;
let stripe: StripeElsewhere;
let aheadMs = 0;

beforeEach(async () => {
  const port = await quietPort();
  stripe = await StripeElsewhere.start(port);
  server = await KilledServer.start(stripe.environment, port);
  aheadMs = 0;
});
afterEach(async () => {
  await server.remove();
  await stripe.stop();
});

/** The server first: to a Stripe that is ahead its sessions would end too soon. */
async function passTime(byMs: number): Promise<void> {
  aheadMs += byMs;
  await server.running.moveClock(aheadMs);
  stripe.setClockAhead(aheadMs);
}

/** Compares objects, Postgres and Stripe to the cent once every promise is over, and has the audit look. */
async function expectCashToAgree(shops: CashShop[]) {
  await passTime(PAST_PROMISES_MS);
  const redemptions: RedemptionAnswer[] = [];
  for (const shop of shops) {
    const books = await readCashBooks(server.running, shop, () => stripe.books());
    const { mismatches, stuck, wrong } = books;
    expect({ mismatches, stuck, wrong }).toEqual({ mismatches: [], stuck: [], wrong: [] });
    const confirmed = books.redemptions.filter(({ state }) => state === 'confirmed').length;
    expect(await readStock(shop, shop.reward)).toEqual({
      ...{ unlimited: false, stockedUnits: UNITS, availableUnits: UNITS - confirmed },
      ...{ reservedUnits: 0, takenUnits: confirmed },
    });
    for (const member of shop.members) {
      const own = books.redemptions.filter(({ memberId }) => memberId === member.id);
      expect(await pointsOf(shop, member)).toEqual(expectedPoints(shop, own));
    }
    redemptions.push(...books.redemptions);
  }
  const audit = await runAudit(server.running.stateFolder, stripe.auditEnvironment);
  expect(audit, audit.output).toMatchObject({ exitCode: 0 });
  expect(audit.output).toContain('Stripe lists');
  return redemptions;
}

test('killed at each step of a payment, the cash is right to the cent', async () => {
  const startedMs = performance.now();
  const wanted = { members: CLIENTS + 1, givenPoints: GIVEN_POINTS, units: UNITS };
  const shop = await openCashShop(server.running, (path, body) => stripe.control(path, body), wanted);
  /** Asks once per life of the server and never again: only the alarm can end what it began. */
  const silent = shop.members.at(-1);
  if (!silent) throw new Error('the shop has no members');
  /** What the clients do not bring about by themselves. */
  const brings: Partial<Record<PaymentCheckpoint, () => Promise<unknown>>> = {
    sessions_listed: () =>
      stripe.control('faults', {
        ...MAKE_SESSION,
        ...{ how: 'saved-500-after', account: shop.accountId, times: 3 },
      }),
    close_recorded: () => passTime(PAY_TIME_MS),
  };
  const customers = shop.members
    .slice(0, CLIENTS)
    .map((member, at) => new CashCustomer(shop, stripe, member, { seed: SEED + at, thinkMs: THINK_MS }));
  const crowd = new Crowd(customers);
  const hit: string[] = [];
  for (const step of PAYMENT_STEPS) {
    await silent.redeemWithCash(shop.reward, MIX, randomUUID());
    await server.stallAt(step);
    await brings[step]?.();
    const reached = await eventually(
      async () => ((await server.stalledSteps()).includes(step) ? step : null),
      { limitMs: HIT_MS_MAX },
    );
    if (reached) hit.push(reached);
    expect(await server.kill()).toEqual([]);
    await server.restart();
  }
  await crowd.stop();
  expect(hit).toEqual([...PAYMENT_STEPS]);
  expect(customers.flatMap(({ surprises }) => surprises)).toEqual([]);
  const redemptions = await expectCashToAgree([shop]);
  for (const customer of customers) {
    const own = redemptions.filter(({ memberId }) => memberId === customer.member.id);
    expect(new Map(own.map(({ id, state }) => [id, state]))).toEqual(customer.expectedEnds());
  }
  console.log('kills at steps of a payment', {
    ...{ kills: server.kills, hit: hit.length },
    ...{ ...crowd.figures(), ...counted(customers) },
    ...{ redemptions: redemptions.length, mismatches: 0, stuck: 0 },
    seconds: Math.round((performance.now() - startedMs) / 1000),
  });
});

/** What a member does whose redemption passes the call, and how it ends. */
type Story = 'pays' | 'cancels' | 'pays and cancels' | 'is disputed';
type Call = { method: 'GET' | 'POST'; path: string; story: Story };
const MAKE_SESSION = { method: 'POST', path: '^/v1/checkout/sessions$' } as const;
const CALLS: Record<string, Call> = {
  'make a session': { ...MAKE_SESSION, story: 'pays' },
  'list sessions': { method: 'GET', path: '^/v1/checkout/sessions$', story: 'pays' },
  'expire a session': { method: 'POST', path: '/expire$', story: 'cancels' },
  'read a session': { method: 'GET', path: '^/v1/checkout/sessions/', story: 'pays' },
  'read a payment': { method: 'GET', path: '^/v1/payment_intents/', story: 'pays' },
  'read refunds': { method: 'GET', path: '^/v1/refunds$', story: 'pays and cancels' },
  'make a refund': { method: 'POST', path: '^/v1/refunds$', story: 'pays and cancels' },
  'read a dispute': { method: 'GET', path: '^/v1/disputes$', story: 'is disputed' },
};
const FAULTS = ['lost', 'reply-lost', 'saved-500', 'saved-500-after'] as const;
const ENDS: Record<Story, string> = {
  pays: 'confirmed',
  cancels: 'undone',
  'pays and cancels': 'cancelled',
  'is disputed': 'confirmed',
};
/** The server's time goes ten times as fast, so that nobody waits for an alarm. */
const PACE = { everyMs: 1_000, byMs: 10_000 };
const END_MS_MAX = 60_000;

/** Plays every call's story at a shop of its own, each meeting the fault once; answers what went wrong. */
async function playAll(shop: CashShop, how: (typeof FAULTS)[number]): Promise<string[]> {
  const [member] = shop.members;
  if (!member) throw new Error('the shop has no members');
  const wrong: string[] = [];
  for (const [name, { method, path, story }] of Object.entries(CALLS)) {
    const fault = { account: shop.accountId, times: 1 };
    // The list is asked only where a session's own request cannot tell.
    if (name === 'list sessions')
      await stripe.control('faults', { ...fault, ...MAKE_SESSION, how: 'saved-500-after' });
    await stripe.control('faults', { ...fault, method, path, how });
    const end = await play(shop, member, story);
    const left = await stripe.faultsLeft(shop.accountId);
    if (end !== ENDS[story]) wrong.push(`${name}, ${how}: ${end}`);
    if (left.length > 0) wrong.push(`${name}, ${how}: it was never asked`);
  }
  return wrong;
}

async function play(shop: CashShop, member: CashShop['members'][number], story: Story): Promise<string> {
  const answer = await member.redeemWithCash(shop.reward, MIX, randomUUID());
  if (answer.kind !== 'accepted') return JSON.stringify(answer);
  const { redemptionId } = answer;
  const reaches = async (done: (found: Seen) => boolean) => {
    let found: Seen | null = null;
    await eventually(
      async () => {
        found = await redemptionNow<Seen>(shop, member, redemptionId);
        return done(found) || null;
      },
      { limitMs: END_MS_MAX, everyMs: 250 },
    );
    return (found as Seen | null)?.state ?? 'unknown';
  };
  if (story === 'cancels') {
    await member.cancel(redemptionId, randomUUID());
    return reaches(({ state }) => state === 'undone');
  }
  await reaches(({ payment }) => payment?.state === 'open');
  const page = await member.seekPayPage(redemptionId);
  if (page.kind !== 'seen' || page.address === null || !(await stripe.pay(page.address))) return 'not paid';
  await member.comeBack(redemptionId);
  const paid = await reaches(({ state }) => state === 'confirmed');
  if (story === 'pays') return paid;
  if (story === 'pays and cancels') {
    await member.cancel(redemptionId, randomUUID());
    return reaches(
      ({ state, payment }) => state === 'cancelled' && payment?.refunds[0]?.state === 'succeeded',
    );
  }
  const booked = (await stripe.books()).flatMap(({ payments }) => payments);
  const payment = booked.find((each) => each.clientReferenceId === redemptionId);
  await stripe.control('disputes', { paymentIntent: payment?.paymentIntent });
  return reaches((found) => found.payment?.dispute != null);
}

type Seen = {
  state: string;
  payment: { state: string; refunds: { state: string }[]; dispute: object | null } | null;
};

test('an unknown outcome of each call to Stripe is found out, and the cash is right to the cent', async () => {
  const startedMs = performance.now();
  const wanted = { members: 1, givenPoints: GIVEN_POINTS, units: UNITS };
  const shops: CashShop[] = [];
  for (const _ of FAULTS)
    shops.push(await openCashShop(server.running, (path, body) => stripe.control(path, body), wanted));
  let playing = true;
  const pacing = (async () => {
    while (playing) {
      await passTime(PACE.byMs);
      await pause(PACE.everyMs);
    }
  })();
  const plays = await Promise.all(
    shops.map((shop, at) => playAll(shop, FAULTS[at] ?? 'lost').catch((failure) => [String(failure)])),
  );
  playing = false;
  await pacing;
  expect(plays.flat()).toEqual([]);
  const redemptions = await expectCashToAgree(shops);
  console.log('unknown outcomes of calls to Stripe', {
    ...{ outcomes: FAULTS.length * Object.keys(CALLS).length },
    ...{ redemptions: redemptions.length, mismatches: 0, stuck: 0 },
    seconds: Math.round((performance.now() - startedMs) / 1000),
  });
});
