import { describe, expect, test } from 'vitest';
import { CASH_MINOR, type MemoryShop } from './memory-shop.ts';
import { CANCELLED, CONFIRMED, opened, paid, sessionOf, staffRefund, standing, UNDONE } from './standing.ts';
import { settle, Turns } from './turns.ts';

const TRIES = 1_000;
/** A second each, on a machine with nothing else to do. */
const TIME = { timeout: 60_000 };

/** The same row of numbers for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Lets both go on in an order that the seed chooses, until neither waits; then once more, as the alarm does. */
async function race(shop: MemoryShop, seed: number, starts: (() => unknown)[]): Promise<void> {
  const next = numbers(seed);
  const turns = new Turns(shop);
  const left = [...starts];
  while (left.length > 0 || !turns.isIdle) {
    const starting = left.length > 0 && next() % 3 === 0;
    if (starting) left.splice(next() % left.length, 1)[0]?.();
    else await turns.take(next());
    await settle();
  }
  shop.stripe.pause = async () => {};
  await shop.advance(true);
}

/** How often each end was reached in a thousand tries. */
async function ends(
  name: string,
  open: () => Promise<MemoryShop>,
  startsOf: (shop: MemoryShop) => (() => unknown)[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let seed = 1; seed <= TRIES; seed += 1) {
    const shop = await open();
    await race(shop, seed, startsOf(shop));
    const end = JSON.stringify(standing(shop));
    found.set(end, (found.get(end) ?? 0) + 1);
  }
  console.log(`${name}: ${TRIES} tries`, Object.fromEntries(found));
  return found;
}

const looks = (shop: MemoryShop) => () => shop.advance(true);
const cancels = (shop: MemoryShop) => () => {
  shop.cancel();
  return shop.advance();
};
const pays = (shop: MemoryShop) => () => shop.stripe.pay(sessionOf(shop));

describe(`of ${TRIES} tries each ends in one way or the other, whole`, () => {
  test('a payment against a cancel', TIME, async () => {
    const found = await ends('payment against cancel', opened, (shop) => [
      pays(shop),
      cancels(shop),
      looks(shop),
    ]);
    expect(new Set(found.keys())).toEqual(
      new Set([CONFIRMED, UNDONE, CANCELLED].map((end) => JSON.stringify(end))),
    );
  });

  test('a look at Stripe against the end of the time to pay', TIME, async () => {
    const late = async () => {
      const shop = await opened();
      shop.passMinutes(30);
      return shop;
    };
    const found = await ends('settle against expire', late, (shop) => [pays(shop), looks(shop), looks(shop)]);
    expect(new Set(found.keys())).toEqual(new Set([CONFIRMED, UNDONE].map((end) => JSON.stringify(end))));
  });

  test('two refunds at once, each its own, and never more than came in', TIME, async () => {
    const refund = (shop: MemoryShop, amountMinor: number) => () => {
      staffRefund(shop, amountMinor);
      return shop.advance();
    };
    const found = await ends('two refunds at once', paid, (shop) => [
      refund(shop, 20_000),
      refund(shop, 15_000),
      looks(shop),
    ]);
    const kept = (minor: number) => JSON.stringify(['confirmed', 'paid', CASH_MINOR - minor, 3_000]);
    expect(new Set(found.keys())).toEqual(new Set([kept(20_000), kept(15_000)]));
  });
});
