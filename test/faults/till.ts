import { randomUUID } from 'node:crypto';
import { Asking, type Client, lost, type Unknown } from './crowd.ts';
import { pause } from './eventually.ts';
import type { Member } from './member.ts';
import { seededRandom } from './seeded.ts';
import type { Shop } from './shop.ts';

const AMOUNT_MINOR_MAX = 50_000;

type Told = { kind: 'accepted' } | { kind: 'refused'; status: number };

/** The merchant's server reporting one member's purchases, each until it is told that it is taken. */
export class Till implements Client {
  readonly asking = new Asking();
  readonly surprises: string[] = [];
  reported = 0;
  readonly #shop: Shop;
  readonly #member: Member;
  readonly #random: () => number;

  readonly #thinkMs: number;

  constructor(shop: Shop, member: Member, { seed, thinkMs }: { seed: number; thinkMs: number }) {
    this.#shop = shop;
    this.#member = member;
    this.#thinkMs = thinkMs;
    this.#random = seededRandom(seed);
  }

  async workUntil(stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      const order = this.#nextOrder();
      const key = randomUUID();
      const answer = await this.asking.insist(() => this.#report(order, key));
      if (answer.kind === 'accepted') this.reported += 1;
      else this.surprises.push(`reporting an order: ${JSON.stringify(answer)}`);
      await pause(this.#thinkMs * (0.5 + this.#random()));
    }
  }

  #nextOrder() {
    const amountMinor = 1 + Math.floor(this.#random() * AMOUNT_MINOR_MAX);
    return {
      orderId: randomUUID(),
      channel: 'web',
      member: { id: this.#member.id },
      currency: 'CNY',
      occurredAt: new Date().toISOString(),
      status: 'completed',
      lines: [{ lineId: '1', amountMinor }],
    };
  }

  async #report(json: unknown, key: string): Promise<Told | Unknown> {
    try {
      const headers = { 'idempotency-key': key };
      const { status } = await this.#shop.merchant.send('/v1/orders', { json, headers });
      if (status >= 500) return { kind: 'unknown', sent: true };
      return status === 200 ? { kind: 'accepted' } : { kind: 'refused', status };
    } catch (failure) {
      return lost(failure);
    }
  }
}
