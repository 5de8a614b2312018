import type { Page } from 'playwright-core';
import type { Books } from '../../scripts/local/stripe/books.ts';
import type { serverAt } from '../support/server.ts';

/** The stand-in for Stripe: its knobs and its books. */
export function stripeAt(server: ReturnType<typeof serverAt>) {
  const ask = async (path: string, init?: { method: string; body: string }): Promise<unknown> => {
    const answer = await server.fetch(`${server.addresses.stripe}/control/${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const control = (path: string, body: unknown = {}) =>
    ask(path, { method: 'POST', body: JSON.stringify(body) });
  const books = () => ask('books') as Promise<Books[]>;

  return {
    control,

    /** What one account took and gave in all, in minor units. */
    async booksOf(account: string) {
      const [of, ...others] = (await books()).filter((each) => each.account === account);
      if (others.length > 0) throw new Error('the shop was paid in two currencies');
      return {
        charged: of?.charged ?? 0,
        refunded: of?.refunded ?? 0,
        fees: of?.applicationFees ?? 0,
        feesRefunded: of?.applicationFeesRefunded ?? 0,
        net: of?.net ?? 0,
      };
    },

    /** The one payment of a redemption, as Stripe names it. */
    async paymentOf(redemptionId: string): Promise<string> {
      const payments = (await books()).flatMap((each) => each.payments);
      const of = payments.filter((payment) => payment.clientReferenceId === redemptionId);
      if (of.length !== 1) throw new Error(`${redemptionId} was paid ${of.length} times`);
      return of[0]?.paymentIntent ?? '';
    },

    /** Every request about an account fails, and nothing is heard of it, until `comeBack`. */
    async goAway(account: string) {
      await control('events', { hold: true });
      await control('faults', { account, how: 'unavailable', times: null });
    },
    async comeBack() {
      await control('faults/clear');
      await control('events/flush');
      await control('events/plain');
    },
  };
}

/** Somebody on the page where Stripe takes a card, without JavaScript. */
export function payerAt(page: Page) {
  const press = (action: string) => page.locator(`button[value=${action}]`).click();
  return {
    press,
    async pay(card: 'pays' | 'declined' | 'challenged') {
      await page.locator(`input[value=${card}]`).check();
      await press('pay');
    },
  };
}
