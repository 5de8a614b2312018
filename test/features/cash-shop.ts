import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import Stripe from 'stripe';
import { hosts } from '../../src/app.ts';
import { paymentAccounts, stripeEvents } from '../../src/db/schema/payments.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { clock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { modelStripe } from '../account/cash-shop.ts';
import { memberWith, must, openShop, press, type Shop, shelve } from './world.ts';

/** ¥10.00 for what 250 points leave open of 500. */
export const CASH_MINOR = 1_000;
const MIX = { pointsMin: 250, cashMinor: CASH_MINOR };

/** A shop that takes cards and cash, a reward with a mix, and a member who has asked to pay. */
export async function shopThatTakesCash() {
  const stripe = modelStripe();
  const shop = await openShop();
  const accountId = await connect(shop);
  const reward = await shelve(shop, { mix: MIX });
  const memberId = await memberWith(shop, 800);
  const mixed = { pointsEach: 250, cashEachMinor: CASH_MINOR };
  const input = (payment: 'online' | 'counter' | null = 'online') => ({
    ...press(reward),
    ...mixed,
    payment,
  });
  const order = async () => must(await redeem({ ctx: shop.member(memberId), input: input() }));
  return { ...shop, stripe, accountId, reward, memberId, input, order };
}
export type CashShop = Awaited<ReturnType<typeof shopThatTakesCash>>;

/** The shop's account as Stripe has said that it is. */
async function connect({ owner }: Shop): Promise<string> {
  const accountId = newId('key').replace('key_', 'acct_');
  const nowMs = clock.nowMs();
  await owner.db.batch(owner.tenant.id, [
    owner.db.build.insert(paymentAccounts).values({
      tenantId: owner.tenant.id,
      accountId,
      country: 'JP',
      state: 'enabled',
      chargesEnabled: true,
      payoutsEnabled: true,
      detailsSubmitted: true,
      requirements: { due: [], pending: [], deadlineMs: null },
      applicationFeeBasisPoints: 250,
      counterEnabled: true,
      requests: 1,
      askedAtMs: nowMs,
      updatedAtMs: nowMs,
    }),
  ]);
  return accountId;
}

let events = 0;
/** An event of the account about a session, as Stripe writes it; a test says what differs. */
export function eventOf(shop: { accountId: string }, object: object, given: object = {}) {
  events += 1;
  return {
    id: `evt_${newId('key')}_${events}`,
    object: 'event',
    account: shop.accountId,
    type: 'checkout.session.completed',
    created: Math.floor(clock.nowMs() / 1_000),
    data: { object },
    ...given,
  };
}

type Delivery = { secret?: string; ageSeconds?: number; header?: string; signed?: string };

/** Delivers text as Stripe's endpoint would get it; a test says who signed what, and when. */
export async function deliver(text: string, given: Delivery = {}): Promise<number> {
  const { secret = 'whsec_workerd', ageSeconds = 0, signed = text } = given;
  const timestamp = Math.floor(clock.nowMs() / 1_000) - ageSeconds;
  const header = await Stripe.webhooks.generateTestHeaderStringAsync({ payload: signed, secret, timestamp });
  const request = new Request('http://api.localhost:8787/webhooks/stripe', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': given.header ?? header },
    body: text,
  });
  const execution = createExecutionContext();
  const response = await hosts.api.fetch(request, env, execution);
  await waitOnExecutionContext(execution);
  return response.status;
}

/** The events that the shop has noted. */
export async function notedEvents({ owner }: Shop): Promise<string[]> {
  const rows = await owner.db.batch(owner.tenant.id, [
    owner.db.build.select({ eventId: stripeEvents.eventId }).from(stripeEvents),
  ]);
  return rows[0].map(({ eventId }) => eventId);
}
