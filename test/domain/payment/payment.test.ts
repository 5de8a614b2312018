import { describe, expect, test } from 'vitest';
import { viewOfPayment } from '../../../src/domain/payment/payment.ts';
import { CASH_MINOR, MemoryShop, STAFF, START_MS } from './memory-shop.ts';
import {
  CANCELLED,
  CONFIRMED,
  opened,
  paid,
  RETURNED,
  refunds,
  sessionOf,
  standing,
  UNDONE,
} from './standing.ts';

const MINUTE_MS = 60_000;

describe('paying online', () => {
  test('opens with the address, 30 minutes promised and 40 at Stripe', async () => {
    const { payment, redemption } = await opened();
    expect(redemption.state).toBe('awaiting_payment');
    expect(payment).toMatchObject({
      state: 'open',
      url: 'https://checkout.test/cs_1',
      payUntilMs: START_MS + 30 * MINUTE_MS,
      expiresAtMs: START_MS + 40 * MINUTE_MS,
    });
  });

  test('in full captures, once', async () => {
    const shop = await paid();
    expect(standing(shop)).toEqual(CONFIRMED);
    await shop.advance(true);
    expect(standing(shop)).toEqual(CONFIRMED);
  });

  test('not within 30 minutes lets everything go, once Stripe says that it is expired', async () => {
    const shop = await opened();
    shop.passMinutes(30);
    shop.stripe.fail('expireSession', 'request_lost', 2);
    await shop.advance(true);
    expect(standing(shop)).toEqual(['awaiting_payment', 'closing', 0, 5_000]);
    await shop.advance(true);
    await shop.advance(true);
    expect(standing(shop)).toEqual(UNDONE);
    expect(shop.redemption.undoneBecause).toBe('payment_expired');
  });

  test('in the last moment wins over the clock', async () => {
    const shop = await opened();
    shop.stripe.pay(sessionOf(shop));
    shop.passMinutes(31);
    await shop.advance(true);
    expect(standing(shop)).toEqual(CONFIRMED);
  });

  test('in the moment of a cancel wins; a second cancel gives all of it back', async () => {
    const shop = await opened();
    shop.stripe.pay(sessionOf(shop));
    shop.cancel();
    expect([shop.redemption.state, shop.payment.state]).toEqual(['awaiting_payment', 'closing']);
    await shop.advance();
    expect(standing(shop)).toEqual(CONFIRMED);
    shop.cancel();
    await shop.advance();
    expect(standing(shop)).toEqual(CANCELLED);
    expect(refunds(shop)).toEqual([['cancelled', CASH_MINOR, 'succeeded']]);
  });

  test('cancelled by the shop before paying keeps what the shop said; a quicker payment takes it back', async () => {
    const cancel = { kind: 'cancel', reason: 'sample damaged', by: 'staff', cashBackMinor: 0 } as const;
    const [unpaid, quicker] = [await opened(), await opened()];
    quicker.stripe.pay(sessionOf(quicker));
    for (const shop of [unpaid, quicker]) {
      shop.record(cancel, STAFF);
      await shop.advance();
    }
    const said = ({ redemption }: MemoryShop) => [redemption.shopReason, redemption.cancelledBy];
    expect([standing(unpaid), ...said(unpaid)]).toEqual([UNDONE, 'sample damaged', STAFF]);
    expect([standing(quicker), ...said(quicker)]).toEqual([CONFIRMED, null, null]);
  });

  test('and cancelled before paying is closed at Stripe first', async () => {
    const shop = await opened();
    shop.cancel();
    await shop.advance();
    expect(standing(shop)).toEqual(UNDONE);
    expect([shop.stripe.payable(), shop.redemption.undoneBecause]).toEqual([[], 'member']);
  });
});

describe('without an answer of Stripe', () => {
  test.each([
    ['request_lost', 1],
    ['reply_lost', 1],
    ['late_500', 1],
    ['saved_500', 2],
    ['busy', 1],
  ] as const)('%s: one address is shown, of attempt %d', async (fault, attempt) => {
    const shop = new MemoryShop();
    shop.stripe.fail('createSession', fault);
    await shop.advance();
    shop.passMinutes(1);
    await shop.advance(true);
    expect(shop.payment).toMatchObject({ state: 'open', attempt });
    expect(shop.stripe.payable()).toEqual([sessionOf(shop)]);
  });

  test('goods are not let go before Stripe has closed by itself and five minutes more', async () => {
    const shop = await opened();
    shop.stripe.fail('expireSession', 'request_lost', 99);
    shop.stripe.fail('readCheckout', 'request_lost', 99);
    shop.passMinutes(44);
    await shop.advance(true);
    expect(standing(shop)).toEqual(['awaiting_payment', 'closing', 0, 5_000]);
    shop.passMinutes(1);
    await shop.advance(true);
    expect(standing(shop)).toEqual(['undone', 'abandoned', 0, 5_000]);
  });

  test('a payment found after that is refunded whole, and shown', async () => {
    const shop = await opened();
    shop.stripe.pay(sessionOf(shop));
    shop.stripe.fail('expireSession', 'request_lost');
    shop.stripe.fail('readCheckout', 'request_lost', 1);
    shop.passMinutes(45);
    await shop.advance(true);
    expect(standing(shop)).toEqual(['undone', 'abandoned', CASH_MINOR, 5_000]);
    await shop.advance(true);
    expect(standing(shop)).toEqual(RETURNED);
    expect(refunds(shop)).toEqual([['late_payment', CASH_MINOR, 'succeeded']]);
  });

  test('an account that shuts us out undoes at once what nobody was shown an address for', async () => {
    const shop = new MemoryShop();
    shop.stripe.fail('createSession', 'no_access', 9);
    shop.stripe.fail('findSession', 'no_access', 9);
    await shop.advance();
    expect(standing(shop)).toEqual(UNDONE);
    expect(shop.redemption.refusal).toEqual({ code: 'payment_unavailable', reason: 'no_access' });
  });

  test('and an account that shuts us out later is named, and given up when its time is over', async () => {
    const shop = await opened();
    shop.stripe.fail('expireSession', 'no_access', 99);
    shop.stripe.fail('readCheckout', 'no_access', 99);
    shop.passMinutes(31);
    await shop.advance(true);
    expect(shop.payment).toMatchObject({ state: 'closing', failure: 'no_access' });
    shop.passMinutes(15);
    await shop.advance(true);
    expect(shop.payment).toMatchObject({ state: 'abandoned', failure: 'no_access' });
    expect(shop.stripe.asked.length).toBeLessThan(20);
  });

  test('and shows nobody the way to its page any more: what is paid there is never heard of', async () => {
    const shop = await opened();
    shop.stripe.fail('expireSession', 'no_access', 9);
    shop.stripe.fail('readCheckout', 'no_access', 9);
    shop.passMinutes(3);
    await shop.advance(true);
    expect(viewOfPayment(shop.payment)).toMatchObject({ state: 'closing', url: null, failure: 'no_access' });
    shop.passMinutes(42);
    await shop.advance(true);
    expect(shop.redemption).toMatchObject({ state: 'undone', undoneBecause: 'payment_failed' });
  });

  test('faults for ever under every key end after five attempts', async () => {
    const shop = new MemoryShop();
    shop.stripe.fail('createSession', 'saved_500', 99);
    await shop.advance();
    expect(standing(shop)).toEqual(UNDONE);
    expect(shop.payment).toMatchObject({ attempt: 5, failure: 'broken', closedBecause: 'failed' });
  });
});

describe('what does not match the stored request', () => {
  test.each<[string, { amountMinor?: number; currency?: string }]>([
    ['another amount', { amountMinor: 1 }],
    ['another currency', { currency: 'JPY' }],
  ])('%s is never captured, and goes back', async (_, given) => {
    const shop = await opened();
    shop.stripe.pay(sessionOf(shop), given);
    await shop.advance(true);
    expect(shop.redemption).toMatchObject({ state: 'undone', undoneBecause: 'payment_mismatch' });
    expect(shop.payment.received).toEqual({ amountMinor: CASH_MINOR, currency: 'CNY', ...given });
    expect(refunds(shop)).toEqual([['mismatch', given.amountMinor ?? CASH_MINOR, 'succeeded']]);
  });

  test.each<[string, { accountId?: string; session?: object }]>([
    ['of another account', { accountId: 'acct_2' }],
    ['under another name', { session: { reference: 'rdm_2' } }],
    ['without a reference', { session: { reference: null } }],
    ['that is another one', { session: { sessionId: 'cs_of_another' } }],
  ])('a session %s changes nothing but is named', async (_, given) => {
    const shop = await opened();
    shop.stripe.pay(sessionOf(shop));
    const read = await shop.stripe.readCheckout('acct_1', sessionOf(shop));
    if (!read.ok) throw new Error('it can be read');
    const evidence = { ...read.value, ...given, session: { ...read.value.session, ...given.session } };
    shop.pay({ kind: 'seen', evidence });
    expect(shop.redemption.state).toBe('awaiting_payment');
    expect(shop.payment).toMatchObject({ state: 'open', failure: 'foreign_session', received: null });
  });

  test('what the account’s owner wrote over in the metadata makes no stranger’s of a paid session', async () => {
    const shop = await opened();
    shop.stripe.pay(sessionOf(shop));
    const read = await shop.stripe.readCheckout('acct_1', sessionOf(shop));
    if (!read.ok) throw new Error('it can be read');
    const session = { ...read.value.session, metadata: { redemptionId: 'their own number' } };
    shop.pay({ kind: 'seen', evidence: { ...read.value, session } });
    expect(shop.payment).toMatchObject({
      state: 'paid',
      failure: null,
      received: { amountMinor: CASH_MINOR, currency: 'CNY' },
    });
  });

  test('a page for another amount is shown to nobody', async () => {
    const shop = new MemoryShop();
    const made = await shop.stripe.createSession(shop.payment.request as never);
    if (!made.ok) throw new Error('it is made');
    shop.pay({ kind: 'session_made', attempt: 1, session: { ...made.value, amountMinor: 1 } });
    expect(shop.payment).toMatchObject({ state: 'closing', closedBecause: 'failed', failure: 'mismatch' });
  });
});
