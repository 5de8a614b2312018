import type { MemoryShop } from './memory-shop.ts';

/** Work that waits at Stripe, before or after its effect; a test lets it go on one by one, in any order. */
export class Turns {
  #waiting: (() => void)[] = [];

  constructor(shop: MemoryShop) {
    shop.stripe.pause = () => new Promise((resolve) => this.#waiting.push(resolve));
  }

  async take(choice: number): Promise<void> {
    const [turn] = this.#waiting.splice(choice % Math.max(1, this.#waiting.length), 1);
    turn?.();
    await settle();
  }

  /** Whoever waits is dead: what was not asked is never asked, and no answer is heard. */
  kill(): void {
    this.#waiting = [];
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }
}

/** More than lies between two calls of Stripe: everything that does not wait has happened then. */
const STEPS_BETWEEN_CALLS = 60;

export async function settle(): Promise<void> {
  for (let step = 0; step < STEPS_BETWEEN_CALLS; step += 1) await null;
}
