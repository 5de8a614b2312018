import type { Customer } from './customer.ts';
import { eventually } from './eventually.ts';
import type { Member } from './member.ts';
import type { Reward, Shop } from './shop.ts';

/** Projections are late by this at most once nobody writes any more: resends wait five minutes at worst. */
const CATCH_UP_MS = 60_000;
const AT_ONCE = 8;

type ListedRedemption = { id: string; state: string; points: number };
type Balances = Record<string, number>;

/** What the public API says of a member, every redemption read from its own page. */
export type MemberBooks = {
  confirmed: string[];
  /** Vouchers that she holds; paid for like what is confirmed. */
  issued: string[];
  cancelled: string[];
  undone: number;
  /** Whatever is in none of the states in which nothing is left to do. */
  unfinished: ListedRedemption[];
  availablePoints: number;
  heldPoints: number;
  balancePoints: number;
};

/** What a client's own log says that the API must say. */
export function expectedBooks(customer: Customer, shop: Shop, { pointsEach }: Reward): MemberBooks {
  const cancelled = customer.cancelled.toSorted();
  const confirmed = customer.accepted.filter((id) => !cancelled.includes(id)).toSorted();
  const points = shop.givenPoints - confirmed.length * pointsEach;
  return {
    ...{ confirmed, issued: [], cancelled, undone: customer.soldOut, unfinished: [] },
    ...{ availablePoints: points, heldPoints: 0, balancePoints: points },
  };
}

/**
 * What the API says. Lists are projections: they get a while to show as many redemptions as are known
 * to be there, and all that the balance tells of.
 */
export async function readBooks(shop: Shop, member: Member, atLeast: number): Promise<MemberBooks> {
  let books = await readNow(shop, member);
  const isComplete = () => {
    const { confirmed, issued, cancelled, undone, unfinished } = books.listed;
    const count = confirmed.length + issued.length + cancelled.length + undone + unfinished.length;
    return count >= atLeast && books.spentPoints === shop.givenPoints - books.listed.balancePoints;
  };
  await eventually(
    async () => {
      if (!isComplete()) books = await readNow(shop, member);
      return isComplete() || null;
    },
    { limitMs: CATCH_UP_MS, everyMs: 1_000 },
  );
  return books.listed;
}

async function readNow(shop: Shop, member: Member): Promise<{ listed: MemberBooks; spentPoints: number }> {
  const redemptions = await readEach(shop, await listRedemptions(shop, member));
  const inState = (state: string) => redemptions.filter((each) => each.state === state);
  const final = ['confirmed', 'issued', 'cancelled', 'undone'];
  const balances = await shop.merchant.json<Balances>(`/v1/members/${member.id}/balance`);
  const { availablePoints = NaN, heldPoints = NaN, balancePoints = NaN } = balances;
  const idsOf = (state: string) => inState(state).map(({ id }) => id);
  return {
    listed: {
      confirmed: idsOf('confirmed').toSorted(),
      issued: idsOf('issued').toSorted(),
      cancelled: idsOf('cancelled').toSorted(),
      undone: inState('undone').length,
      unfinished: redemptions.filter(({ state }) => !final.includes(state)),
      ...{ availablePoints, heldPoints, balancePoints },
    },
    spentPoints: [...inState('confirmed'), ...inState('issued')].reduce((sum, { points }) => sum + points, 0),
  };
}

/** Units of a reward as its own stock counts them. */
export async function readStock({ owner }: Shop, reward: Reward): Promise<unknown> {
  const { stock } = await owner.json<{ stock: unknown }>(`/api/rewards/${reward.id}`);
  return stock;
}

async function listRedemptions({ merchant }: Shop, member: Member): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: ListedRedemption[]; nextCursor: string | null } = await merchant.json(
      `/v1/redemptions?memberId=${member.id}&limit=100${after}`,
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

/** Each redemption as its account has it at this moment. */
async function readEach({ merchant }: Shop, ids: string[]): Promise<ListedRedemption[]> {
  const waiting = [...ids];
  const read: ListedRedemption[] = [];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      read.push(await merchant.json<ListedRedemption>(`/v1/redemptions/${id}`));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return read;
}
