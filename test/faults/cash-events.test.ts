import { afterAll, beforeAll, expect, test } from 'vitest';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import type { RedemptionAnswer } from '../../src/features/redemptions/schemas.ts';
import { runAudit } from './audit.ts';
import { readStock } from './books.ts';
import { pointsOf, readCashBooks } from './cash-books.ts';
import { playStory, STORIES, storiesOf } from './cash-plan.ts';
import { type CashShop, openCashShop } from './cash-shop.ts';
import { eventually, pause } from './eventually.ts';
import { KilledServer } from './killed-server.ts';
import { quietPort } from './quiet-port.ts';
import { StripeElsewhere } from './stripe-elsewhere.ts';

const SEED = 20_261_122;
const CLIENTS = 16;
const REDEMPTIONS_EACH = 2;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DELIVERED_MS_MAX = 60_000;

/** How events come, or do not, and what lets the last of them be heard. */
type Weather = {
  settings: Record<string, unknown>;
  /** How long it takes until everything has been heard of. */
  afterMs: number;
  /** In which order held events are let go; null where none is held. */
  flush: 'reverse' | null;
  /** Whether only the hourly search can bring what was lost. */
  search: boolean;
};
const PLAIN: Weather = { settings: {}, afterMs: 0, flush: null, search: false };
const WEATHERS: Record<string, Weather> = {
  'each once and at once': PLAIN,
  'each three times': { ...PLAIN, settings: { duplicates: 2 } },
  'none at all': { ...PLAIN, settings: { loseEvery: 1 }, search: true },
  'three days late': { ...PLAIN, settings: { delayMs: 3 * DAY_MS }, afterMs: 3 * DAY_MS },
  'the last one first': { ...PLAIN, settings: { hold: true }, flush: 'reverse' },
  'twice, a third lost, the rest in any order within three days': {
    ...PLAIN,
    ...{ settings: { duplicates: 1, loseEvery: 3, scatterMs: 3 * DAY_MS }, afterMs: 3 * DAY_MS },
    search: true,
  },
};

let server: KilledServer;
let stripe: StripeElsewhere;
let aheadMs = 0;

beforeAll(async () => {
  const port = await quietPort();
  stripe = await StripeElsewhere.start(port);
  server = await KilledServer.start(stripe.environment, port);
});
afterAll(async () => {
  await server?.remove();
  await stripe?.stop();
});

/** The server first: to a Stripe that is ahead its sessions would end too soon. */
async function passTime(byMs: number): Promise<void> {
  aheadMs += byMs;
  await server.running.moveClock(aheadMs);
  stripe.setClockAhead(aheadMs);
}

const ask = async (path: string) =>
  (await localFetch(server.running.url(path, 'console'), { method: 'POST' })).json();

/** Everything that was sent has been heard, the time to pay is over, and what was lost was searched for. */
async function hearAll(shop: CashShop, { afterMs, flush, search }: Weather): Promise<unknown> {
  if (flush) await stripe.control('events/flush', { order: flush });
  await stripe.control('events/plain', {});
  if (afterMs > 0) await passTime(afterMs);
  await eventually(async () => (await stripe.eventsWaiting(shop.accountId)) === 0 || null, {
    limitMs: DELIVERED_MS_MAX,
    everyMs: 250,
  });
  const found = search ? await ask('/__local/lost-events') : null;
  await passTime(31 * MINUTE_MS);
  await pause(500);
  return found;
}

/** What of a redemption does not depend on whose it is or when it was. */
function endOf({ state, undoneBecause, payment }: RedemptionAnswer) {
  const refunds = (payment?.refunds ?? []).map((each) => [each.because, each.amountMinor, each.state]);
  return {
    ...{ state, undoneBecause, payment: payment?.state, closedBecause: payment?.closedBecause },
    ...{ received: payment?.received, refunds, dispute: payment?.dispute?.state ?? null },
  };
}

/** The same 16 clients' redemptions in one weather, and what became of each of them. */
async function live(weather: Weather) {
  const wanted = { members: CLIENTS, givenPoints: 1_000, units: 100 };
  const shop = await openCashShop(server.running, (path, body) => stripe.control(path, body), wanted);
  await stripe.control('events', weather.settings);
  const told = await Promise.all(
    shop.members.map(async (member, client) => {
      const ids: string[] = [];
      for (const story of storiesOf(client, SEED, REDEMPTIONS_EACH))
        ids.push(await playStory({ shop, stripe, member }, story));
      return ids;
    }),
  );
  const found = await hearAll(shop, weather);
  const books = await readCashBooks(server.running, shop, () => stripe.books());
  const { mismatches, stuck, wrong } = books;
  const ends = new Map(books.redemptions.map((each) => [each.id, endOf(each)]));
  const lived = told.map((ids, client) =>
    ids.map((id, at) => ({ story: storiesOf(client, SEED, REDEMPTIONS_EACH)[at], ...ends.get(id) })),
  );
  const balances = await Promise.all(shop.members.map((member) => pointsOf(shop, member)));
  const stock = await readStock(shop, shop.reward);
  return { found, agreed: { mismatches, stuck, wrong }, state: { lived, balances, stock } };
}

test('events duplicated, lost, three days late and in any order end in one state', async () => {
  const startedMs = performance.now();
  const plain = await live(PLAIN);
  expect(plain.agreed).toEqual({ mismatches: [], stuck: [], wrong: [] });
  expect(new Set(plain.state.lived.flat().map(({ story }) => story))).toEqual(new Set(STORIES));
  const figures: Record<string, unknown> = {};
  for (const [name, weather] of Object.entries(WEATHERS).filter(([, each]) => each !== PLAIN)) {
    const other = await live(weather);
    expect({ name, ...other.agreed }).toEqual({ name, mismatches: [], stuck: [], wrong: [] });
    expect({ name, ...other.state }).toEqual({ name, ...plain.state });
    if (weather.search) expect(other.found).toEqual({ found: expect.any(Number), failed: 0 });
    figures[name] = other.found ?? 'heard';
  }
  await passTime(3 * 60 * MINUTE_MS);
  const audit = await runAudit(server.running.stateFolder, stripe.auditEnvironment);
  expect(audit, audit.output).toMatchObject({ exitCode: 0 });
  console.log('events of Stripe', {
    ...{ redemptions: Object.keys(WEATHERS).length * CLIENTS * REDEMPTIONS_EACH, figures },
    seconds: Math.round((performance.now() - startedMs) / 1000),
  });
});
