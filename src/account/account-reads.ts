import { ENTRY_TYPES, type JournalRow } from '../domain/journal.ts';
import { viewOfPurchase } from '../domain/ledger/purchase.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import { standingAt, viewOfRedemption } from '../domain/redemption/redemption.ts';
import { type AccountDesk, balancesNow } from './account-desk.ts';
import type {
  EntryRequest,
  EntrySpan,
  EntrySums,
  Overview,
  Page,
  PurchaseView,
  RedemptionView,
} from './contract.ts';
import { expirySumsAfter, expirySumsMoved } from './expiry-sums.ts';

const PAGE_MAX = 100;
/** Dates shown at most; points of later ones are added to those without a date. */
const DATES_MAX = 400;
/** More purchases than this do not wait at once. */
const PENDING_MAX = 400;
const SPANS_MAX = 24;
const STORY_TYPES = [...ENTRY_TYPES, 'account.opened', 'account.frozen', 'account.unfrozen'] as const;

/** The balances by the clock, what expires and what matures. Reads what is due and nothing else of the lots. */
export function overview(desk: AccountDesk, nowMs: number): Outcome<Overview> {
  const { ledger, head } = desk.load(nowMs);
  const { balances, lots } = balancesNow(ledger, nowMs);
  const soonest = desk.ledgers.soonestExpiries(nowMs, DATES_MAX);
  const lastMs = soonest.length < DATES_MAX ? null : (soonest.at(-1)?.expiresAtMs ?? null);
  const dated = expirySumsAfter(soonest, expirySumsMoved(ledger.lots, lots), { afterMs: nowMs, lastMs });
  const maturities = desk.ledgers.soonestMaturities(nowMs, DATES_MAX);
  const restPoints = balances.availablePoints + balances.debtPoints - sum(dated);
  const waitingPoints = balances.pendingPoints - sum(maturities);
  return answer(desk, {
    balances,
    expiries: [...dated, ...some({ expiresAtMs: null, points: restPoints })],
    maturities: [...maturities, ...some({ availableAtMs: null, points: waitingPoints })],
    sessionGeneration: head.sessionGeneration,
    openHolds: head.openHolds,
    frozenAtMs: head.frozenAtMs,
    seq: ledger.headSeq,
  });
}

export function listEntries(desk: AccountDesk, page: EntryRequest, nowMs: number): Outcome<Page<JournalRow>> {
  const limit = pageLimit(page.limit);
  const items = entriesOf(desk, { ...page, limit }, nowMs);
  return answer(desk, { items, nextCursor: items.length < limit ? null : (items.at(-1)?.seq ?? null) });
}

function entriesOf(desk: AccountDesk, { kind, beforeSeq, limit }: EntryRequest, nowMs: number): JournalRow[] {
  const { journal } = desk.opened;
  switch (kind) {
    case 'earned':
      return journal.newest(['points.earned', 'points.adjusted'], beforeSeq, limit, { gainsOnly: true });
    case 'used':
      return journal.newest(['points.redeemed', 'points.returned'], beforeSeq, limit);
    case 'expired':
      return journal.newest(['points.expired'], beforeSeq, limit);
    case 'pending': {
      const waiting = desk.ledgers.pendingLotIds(nowMs, PENDING_MAX);
      return journal.rowsOf(waiting.filter((seq) => beforeSeq === null || seq < beforeSeq).slice(0, limit));
    }
    case 'story':
      return journal.newest(STORY_TYPES, beforeSeq, limit);
    default:
      return journal.newest(ENTRY_TYPES, beforeSeq, limit);
  }
}

/** What was given ever, and what each span gave and took; reads the rows of the spans and no others. */
export function sumEntries(desk: AccountDesk, spans: readonly EntrySpan[]): Outcome<EntrySums> {
  const { journal } = desk.opened;
  return answer(desk, {
    earnedPoints: desk.ledgers.earnedPoints(),
    spans: spans.slice(0, SPANS_MAX).map((span) => journal.sumsBetween(ENTRY_TYPES, span)),
  });
}

export function getOrder(desk: AccountDesk, channel: string, orderId: string): Outcome<PurchaseView> {
  const purchase = desk.records.purchase(channel, orderId);
  return purchase === null ? refuse({ code: 'not_found' }) : answer(desk, viewOfPurchase(purchase));
}

export function listRedemptions(
  desk: AccountDesk,
  page: { beforeSeq: number | null; limit: number },
  nowMs: number,
): Outcome<Page<RedemptionView>> {
  const limit = pageLimit(page.limit);
  const found = desk.redemptions.page(page.beforeSeq, limit);
  const nextCursor = found.length < limit ? null : (found.at(-1)?.createdSeq ?? null);
  const items = found.map((redemption) => viewOfRedemption(standingAt(redemption, nowMs)));
  return answer(desk, { items, nextCursor });
}

export function getRedemption(
  desk: AccountDesk,
  redemptionId: string,
  nowMs: number,
): Outcome<RedemptionView> {
  const redemption = desk.redemptions.find(redemptionId);
  if (redemption === null) return refuse({ code: 'not_found' });
  return answer(desk, viewOfRedemption(standingAt(redemption, nowMs)));
}

function answer<Value>(desk: AccountDesk, value: Value): Outcome<Value> {
  return { ok: true, value, replayed: false, seq: desk.opened.journal.head.seq };
}

function pageLimit(limit: number): number {
  return Number.isSafeInteger(limit) && limit >= 1 ? Math.min(limit, PAGE_MAX) : PAGE_MAX;
}

function sum(parts: readonly { points: number }[]): number {
  return parts.reduce((total, part) => total + part.points, 0);
}

function some<Part extends { points: number }>(part: Part): Part[] {
  return part.points === 0 ? [] : [part];
}
