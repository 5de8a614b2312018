import type { Books } from '../../scripts/local/stripe/books.ts';
import type { RedemptionAnswer } from '../../src/features/redemptions/schemas.ts';
import type { ServerAddress } from '../support/server.ts';
import { type CashShop, MIX } from './cash-shop.ts';
import { eventually } from './eventually.ts';
import type { Member } from './member.ts';
import { ownerRows } from './owner-sql.ts';

/** Projections are late by this at most once nobody writes any more. */
const CATCH_UP_MS = 60_000;
const FINISHED = ['confirmed', 'cancelled', 'undone'];

/** The cash of one redemption, in minor units: what came in and what of it went back. */
export type Cash = { redemptionId: string; received: number; returned: number };
type Paid = Pick<NonNullable<RedemptionAnswer['payment']>, 'received' | 'refunds'>;

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function cashOf(redemptionId: string, { received, refunds }: Paid): Cash[] {
  const gone = refunds.filter(({ state }) => state === 'pending' || state === 'succeeded');
  const returned = sum(gone.map(({ amountMinor }) => amountMinor));
  return received ? [{ redemptionId, received: received.amountMinor, returned }] : [];
}

const inOrder = (cash: Cash[]) =>
  cash.toSorted((one, other) => (one.redemptionId < other.redemptionId ? -1 : 1));

/** A member's redemptions, each as her account has it at this moment. */
async function redemptionsOf({ merchant }: CashShop, member: Member): Promise<RedemptionAnswer[]> {
  const found: RedemptionAnswer[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: { id: string }[]; nextCursor: string | null } = await merchant.json(
      `/v1/redemptions?memberId=${member.id}&limit=100${after}`,
    );
    for (const { id } of page.items)
      found.push(await merchant.json<RedemptionAnswer>(`/v1/redemptions/${id}`));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** The cash of a shop as three owners have it: its objects, Postgres, and Stripe. */
async function threeBooks(server: ServerAddress, shop: CashShop, atStripe: Books[]) {
  const redemptions = (await Promise.all(shop.members.map((each) => redemptionsOf(shop, each)))).flat();
  const rows = await ownerRows<{ redemption_id: string; body: { payment?: Paid } }>(
    server,
    'select redemption_id, body from redemptions where tenant_id = $1',
    [shop.tenantId],
  );
  const listed = atStripe.filter(({ account }) => account === shop.accountId);
  return {
    redemptions,
    objects: inOrder(redemptions.flatMap(({ id, payment }) => (payment ? cashOf(id, payment) : []))),
    postgres: inOrder(
      rows.flatMap((row) => (row.body.payment ? cashOf(row.redemption_id, row.body.payment) : [])),
    ),
    stripe: inOrder(
      listed
        .flatMap(({ payments }) => payments)
        .map(({ clientReferenceId, amount, refunded }) => ({
          redemptionId: clientReferenceId ?? '',
          received: amount,
          returned: refunded,
        })),
    ),
  };
}

export type CashBooks = {
  redemptions: RedemptionAnswer[];
  /** The cash by the objects' word. */
  cash: Cash[];
  /** Differences to the cent between the objects and, each, Postgres and Stripe; none is what is wanted. */
  mismatches: unknown[];
  /** Redemptions in which something is still to be done. */
  stuck: { id: string; state: string; payment: string | undefined }[];
  /** Kept cash that has no goods, or goods that have not their cash. */
  wrong: { id: string; state: string; kept: number }[];
};

/** Reads the three books until they agree and nothing is under way, for a minute at most. */
export async function readCashBooks(
  server: ServerAddress,
  shop: CashShop,
  stripeBooks: () => Promise<Books[]>,
): Promise<CashBooks> {
  let books: CashBooks | null = null;
  await eventually(
    async () => {
      books = booksFrom(await threeBooks(server, shop, await stripeBooks()));
      return (books.mismatches.length === 0 && books.stuck.length === 0) || null;
    },
    { limitMs: CATCH_UP_MS, everyMs: 1_000 },
  );
  if (books === null) throw new Error('the books were read');
  return books;
}

function booksFrom({ redemptions, objects, postgres, stripe }: Awaited<ReturnType<typeof threeBooks>>) {
  const kept = new Map(objects.map((each) => [each.redemptionId, each.received - each.returned]));
  const differing = (other: Cash[], name: string) =>
    JSON.stringify(other) === JSON.stringify(objects) ? [] : [{ objects, [name]: other }];
  return {
    redemptions,
    cash: objects,
    mismatches: [...differing(postgres, 'postgres'), ...differing(stripe, 'stripe')],
    stuck: redemptions
      .filter(({ state, payment }) => !FINISHED.includes(state) || isAtWork(payment))
      .map(({ id, state, payment }) => ({ id, state, payment: payment?.state })),
    wrong: redemptions
      .map(({ id, state }) => ({ id, state, kept: kept.get(id) ?? 0 }))
      .filter((each) => (each.state === 'confirmed' ? !kept.has(each.id) : each.kept !== 0)),
  };
}

function isAtWork(payment: RedemptionAnswer['payment']): boolean {
  const refunds = payment?.refunds ?? [];
  return refunds.some(({ state }) => state === 'requested' || state === 'pending');
}

type Points = { availablePoints: number; heldPoints: number; balancePoints: number };

/** A member's points as her account has them. */
export async function pointsOf({ merchant }: CashShop, { id }: Member): Promise<Points> {
  const { availablePoints, heldPoints, balancePoints } = await merchant.json<Points>(
    `/v1/members/${id}/balance`,
  );
  return { availablePoints, heldPoints, balancePoints };
}

/** The points that a member must be left with when these redemptions are all there were. */
export function expectedPoints({ givenPoints }: CashShop, redemptions: readonly RedemptionAnswer[]): Points {
  const confirmed = redemptions.filter(({ state }) => state === 'confirmed').length;
  const points = givenPoints - confirmed * MIX.pointsMin;
  return { availablePoints: points, heldPoints: 0, balancePoints: points };
}
