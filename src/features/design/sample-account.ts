import type { Overview } from '../../account/contract.ts';
import type { Actor, Context } from '../../context.ts';
import type { JournalRow, JsonObject } from '../../domain/journal.ts';
import { AppError } from '../../lib/app-error.ts';

const DAY_MS = 86_400_000;
const AVAILABLE = 1_286;
const PENDING = 128;
const EXPIRING = 320;

/** Whom a preview shows the mall to: nobody's account is opened for her. */
export const SAMPLE_MEMBER: Actor = {
  kind: 'member',
  memberId: 'mem_preview',
  sessionGeneration: 0,
  provedUntilMs: null,
};

type Account = ReturnType<Context['accounts']['of']>;

/** An account with the figures of a usual member, in place of a real one; whatever else it is asked, it is away. */
export function sampleAccounts(nowMs: number): Context['accounts'] {
  const known: Partial<Account> = {
    overview: () => told(overview(nowMs)),
    listEntries: () => told({ items: entries(nowMs), nextCursor: null }),
    listRedemptions: () => told({ items: [], nextCursor: null }),
  };
  const away = () => Promise.reject(new AppError('unavailable'));
  const account = new Proxy(known, { get: (own, name) => Reflect.get(own, name) ?? away }) as Account;
  return { of: () => account };
}

const told = <Value>(value: Value) => Promise.resolve({ ok: true as const, value, replayed: false, seq: 4 });

function overview(nowMs: number): Overview {
  return {
    balances: {
      balancePoints: AVAILABLE + PENDING,
      totalPoints: AVAILABLE + PENDING,
      availablePoints: AVAILABLE,
      pendingPoints: PENDING,
      heldPoints: 0,
      debtPoints: 0,
    },
    expiries: [
      { expiresAtMs: nowMs + 24 * DAY_MS, points: EXPIRING },
      { expiresAtMs: null, points: AVAILABLE - EXPIRING },
    ],
    maturities: [{ availableAtMs: nowMs + 7 * DAY_MS, points: PENDING }],
    sessionGeneration: 0,
    frozenAtMs: null,
    openHolds: 0,
    seq: 4,
  };
}

/** Newest first; a movement whose order is not told says no more than its reason. */
function entries(nowMs: number): JournalRow[] {
  const moved = (seq: number, daysAgo: number, type: JournalRow['type'], body: JsonObject): JournalRow => ({
    epoch: 1,
    seq,
    atMs: nowMs - daysAgo * DAY_MS,
    type,
    body,
    detail: null,
    salt: null,
    detailHash: null,
    previousHash: '',
    hash: '',
  });
  return [
    moved(4, 1, 'points.earned', { points: PENDING, balanceAfter: 1_414 }),
    moved(3, 6, 'points.redeemed', { points: -500, balanceAfter: 1_286 }),
    moved(2, 19, 'points.earned', { points: 266, balanceAfter: 1_786 }),
    moved(1, 40, 'points.earned', { points: 1_520, balanceAfter: 1_520 }),
  ];
}
