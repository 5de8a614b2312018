import { lost, type Unknown } from './crowd.ts';
import type { Mix, Reward } from './shop.ts';
import type { Visitor } from './visitor.ts';

const DELIVERY = {
  recipientName: 'Chen Yu',
  phone: '+86 138 0013 8000',
  country: 'CN',
  region: 'Zhejiang',
  city: 'Hangzhou',
  line1: '1 Lake Road',
};

/** What a member is told by one request. */
export type Told = { kind: 'accepted'; redemptionId: string } | { kind: 'refused'; status: number };

/** A signed-in member at the mall's own pages, with JavaScript off: forms and redirects. */
export class Member {
  readonly id: string;
  readonly #visitor: Visitor;

  constructor(id: string, visitor: Visitor) {
    this.id = id;
    this.#visitor = visitor;
  }

  /** Sends the confirm form as it was drawn for her: one key is one redemption, however often it is sent. */
  redeem(reward: Omit<Reward, 'units'>, key: string): Promise<Told | Unknown> {
    return this.#post(`/rewards/${reward.id}/confirm`, {
      ...DELIVERY,
      idempotencyKey: key,
      priceVersion: String(reward.priceVersion),
      pointsEach: String(reward.pointsEach),
    });
  }

  /** The same with the least points and the rest by card. */
  redeemWithCash(reward: Reward, mix: Mix, key: string): Promise<Told | Unknown> {
    return this.#post(`/rewards/${reward.id}/confirm`, {
      ...DELIVERY,
      idempotencyKey: key,
      priceVersion: String(reward.priceVersion),
      pointsEach: String(mix.pointsMin),
      cashEachMinor: String(mix.cashMinor),
      payment: 'online',
    });
  }

  /** The page that she can pay at now, as her redemption shows it; null where it shows none. */
  async seekPayPage(redemptionId: string): Promise<{ kind: 'seen'; address: string | null } | Unknown> {
    try {
      const response = await this.#visitor.send(`/redemptions/${redemptionId}`);
      if (response.status >= 500) return { kind: 'unknown', sent: true };
      const address = /http:\/\/[\w.:]+\/c\/pay\/\w+/.exec(await response.text())?.[0] ?? null;
      return { kind: 'seen', address };
    } catch (failure) {
      return lost(failure);
    }
  }

  /** Comes back from paying, as Stripe's page sends her. */
  async comeBack(redemptionId: string): Promise<{ kind: 'seen'; status: number } | Unknown> {
    try {
      const { status } = await this.#visitor.send(`/redemptions/${redemptionId}/paid`);
      return status >= 500 ? { kind: 'unknown', sent: true } : { kind: 'seen', status };
    } catch (failure) {
      return lost(failure);
    }
  }

  cancel(redemptionId: string, key: string): Promise<Told | Unknown> {
    return this.#post(`/redemptions/${redemptionId}/cancel`, { idempotencyKey: key });
  }

  async #post(path: string, form: Record<string, string>): Promise<Told | Unknown> {
    let response: Response;
    try {
      response = await this.#visitor.send(path, { form });
    } catch (failure) {
      return lost(failure);
    }
    const { status } = response;
    if (status >= 500) return { kind: 'unknown', sent: true };
    const redemptionId = /^\/redemptions\/(rdm_[^/]+)/.exec(response.headers.get('location') ?? '')?.[1];
    return status === 303 && redemptionId ? { kind: 'accepted', redemptionId } : { kind: 'refused', status };
  }
}
