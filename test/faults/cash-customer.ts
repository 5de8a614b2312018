import { randomUUID } from 'node:crypto';
import { type CashShop, MIX, redemptionNow } from './cash-shop.ts';
import { Asking, type Client, lost, type Unknown } from './crowd.ts';
import { pause } from './eventually.ts';
import type { Member } from './member.ts';
import { seededRandom } from './seeded.ts';
import type { StripeElsewhere } from './stripe-elsewhere.ts';

const POLL_MS = 300;
/** Of an open session and of what her payment has come to: longer than any restart. */
const PATIENCE_MS = 120_000;
/** Ten redemptions may be open at once. */
const LEFT_OPEN_MAX = 5;
const FINISHED = ['confirmed', 'cancelled', 'undone'];

/** What she did, and what it must come to. */
type Did = 'paid' | 'given back' | 'not paid';
const END: Record<Did, string> = { paid: 'confirmed', 'given back': 'cancelled', 'not paid': 'undone' };

/** A client that pays partly by card, is declined, leaves and cancels, and keeps its own log. */
export class CashCustomer implements Client {
  readonly member: Member;
  readonly asking = new Asking();
  readonly did = new Map<string, Did>();
  /** Answers that nothing which was asked explains. */
  readonly surprises: string[] = [];
  readonly #shop: CashShop;
  readonly #stripe: StripeElsewhere;
  readonly #random: () => number;
  readonly #thinkMs: number;
  #leftOpen: string[] = [];

  constructor(
    shop: CashShop,
    stripe: StripeElsewhere,
    member: Member,
    { seed, thinkMs }: { seed: number; thinkMs: number },
  ) {
    this.#shop = shop;
    this.#stripe = stripe;
    this.member = member;
    this.#random = seededRandom(seed);
    this.#thinkMs = thinkMs;
  }

  async workUntil(stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      await this.#act();
      await pause(this.#thinkMs * (0.5 + this.#random()));
    }
  }

  /** The state that each of her redemptions must end in. */
  expectedEnds(): Map<string, string> {
    return new Map([...this.did].map(([redemptionId, did]) => [redemptionId, END[did]]));
  }

  async #act(): Promise<void> {
    const draw = this.#random();
    const redemptionId = await this.#order();
    if (redemptionId === null) return;
    this.did.set(redemptionId, 'not paid');
    if (draw < 0.15 && this.#leftOpen.length < LEFT_OPEN_MAX) {
      this.#leftOpen.push(redemptionId);
      return;
    }
    if (draw < 0.35) return this.#cancel(redemptionId);
    const address = await this.#payPage(redemptionId);
    if (address === null) return;
    if (draw < 0.45) await this.#stripe.pay(address, 'declined');
    if (!(await this.#stripe.pay(address))) return;
    this.did.set(redemptionId, 'paid');
    await this.asking.insist(() => this.member.comeBack(redemptionId));
    if (draw < 0.75) return;
    const state = await this.#stateWhenDecided(redemptionId);
    if (state !== 'confirmed') this.surprises.push(`${redemptionId} was paid and is ${state}`);
    this.did.set(redemptionId, 'given back');
    await this.#cancel(redemptionId);
  }

  async #order(): Promise<string | null> {
    const key = randomUUID();
    const { reward } = this.#shop;
    const answer = await this.asking.insist(() => this.member.redeemWithCash(reward, MIX, key));
    if (answer.kind === 'accepted') return answer.redemptionId;
    this.surprises.push(`redeeming: ${JSON.stringify(answer)}`);
    return null;
  }

  async #cancel(redemptionId: string): Promise<void> {
    const key = randomUUID();
    const answer = await this.asking.insist(() => this.member.cancel(redemptionId, key));
    if (answer.kind !== 'accepted')
      this.surprises.push(`cancelling ${redemptionId}: ${JSON.stringify(answer)}`);
  }

  /** Where she pays; null once it is over. */
  async #payPage(redemptionId: string): Promise<string | null> {
    const untilMs = performance.now() + PATIENCE_MS;
    while (performance.now() < untilMs) {
      const { address } = await this.asking.insist(() => this.member.seekPayPage(redemptionId));
      if (address !== null) return address;
      if ((await this.#state(redemptionId)) !== 'awaiting_payment') return null;
      await pause(POLL_MS);
    }
    this.surprises.push(`${redemptionId} got no page to pay at`);
    return null;
  }

  async #stateWhenDecided(redemptionId: string): Promise<string> {
    const untilMs = performance.now() + PATIENCE_MS;
    let state = await this.#state(redemptionId);
    while (!FINISHED.includes(state) && performance.now() < untilMs) {
      await pause(POLL_MS);
      state = await this.#state(redemptionId);
    }
    return state;
  }

  async #state(redemptionId: string): Promise<string> {
    const look = async (): Promise<{ kind: 'seen'; state: string } | Unknown> => {
      try {
        const { state } = await redemptionNow(this.#shop, this.member, redemptionId);
        return { kind: 'seen', state };
      } catch (failure) {
        return lost(failure);
      }
    };
    const { state } = await this.asking.insist(look);
    return state;
  }
}

/** What customers did, counted. */
export function counted(customers: readonly CashCustomer[]) {
  const all = customers.flatMap(({ did }) => [...did.values()]);
  const count = (did: Did) => all.filter((each) => each === did).length;
  return { paid: count('paid'), givenBack: count('given back'), notPaid: count('not paid') };
}
