import { randomUUID } from 'node:crypto';
import { Asking, type Client } from './crowd.ts';
import { pause } from './eventually.ts';
import type { Member } from './member.ts';
import { seededRandom } from './seeded.ts';
import type { Reward } from './shop.ts';

const SOLD_OUT_SHARE = 0.15;
const CANCEL_SHARE = 0.2;

export type Shelf = { plenty: Reward; soldOut: Reward };

/** A client that redeems, cancels and is refused, and keeps its own log of what it was told. */
export class Customer implements Client {
  readonly member: Member;
  readonly asking = new Asking();
  /** Redemptions that were acknowledged, cancelled ones included. */
  readonly accepted: string[] = [];
  readonly cancelled: string[] = [];
  soldOut = 0;
  /** Answers that nothing which was asked explains. */
  readonly surprises: string[] = [];
  readonly #random: () => number;
  readonly #shelf: Shelf;
  readonly #thinkMs: number;

  constructor(member: Member, shelf: Shelf, { seed, thinkMs }: { seed: number; thinkMs: number }) {
    this.member = member;
    this.#shelf = shelf;
    this.#thinkMs = thinkMs;
    this.#random = seededRandom(seed);
  }

  async workUntil(stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      await this.#act();
      await pause(this.#thinkMs * (0.5 + this.#random()));
    }
  }

  async #act(): Promise<void> {
    const draw = this.#random();
    const key = randomUUID();
    const open = this.accepted[this.cancelled.length];
    if (draw < SOLD_OUT_SHARE) {
      const answer = await this.asking.insist(() => this.member.redeem(this.#shelf.soldOut, key));
      if (answer.kind === 'refused' && answer.status === 409) this.soldOut += 1;
      else this.surprises.push(`redeeming what is sold out: ${JSON.stringify(answer)}`);
    } else if (draw < SOLD_OUT_SHARE + CANCEL_SHARE && open !== undefined) {
      const answer = await this.asking.insist(() => this.member.cancel(open, key));
      if (answer.kind === 'accepted') this.cancelled.push(open);
      else this.surprises.push(`cancelling ${open}: ${JSON.stringify(answer)}`);
    } else {
      const answer = await this.asking.insist(() => this.member.redeem(this.#shelf.plenty, key));
      if (answer.kind === 'accepted') this.accepted.push(answer.redemptionId);
      else this.surprises.push(`redeeming: ${JSON.stringify(answer)}`);
    }
  }
}

/** What customers were told, summed up. */
export function told(customers: readonly Customer[]) {
  const sum = (count: (customer: Customer) => number) =>
    customers.reduce((total, each) => total + count(each), 0);
  return {
    redeemed: sum(({ accepted }) => accepted.length),
    cancelled: sum(({ cancelled }) => cancelled.length),
    soldOut: sum(({ soldOut }) => soldOut),
  };
}
