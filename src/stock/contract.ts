import type { ActorRef, Page } from '../account/contract.ts';
import type { CashMix } from '../domain/catalogue/cash-mix.ts';
import type { JournalRow, Json } from '../domain/journal.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ExportRequest } from '../object/export-page.ts';

/** Names one stock; today one per reward (`stockId` = reward id), later one per SKU or draw. */
export type StockAddress = { tenantId: string; stockId: string };

export type StockCommand = { address: StockAddress; key: string; actor: ActorRef };

/** The terms of one price version. Versions only grow; the gate honours the newest one in force. */
export type PriceTerms = {
  priceVersion: number;
  pointsEach: number;
  /** Absent: the price is paid in points alone. */
  mix?: CashMix;
  effectiveAtMs: number;
  startsAtMs: number | null;
  endsAtMs: number | null;
};

export type OpenStockCommand = {
  address: StockAddress;
  epoch: number;
  /** `null` units means unlimited: the gate still stands, nothing is counted down. */
  allocation: { policy: 'count'; unlimited: boolean };
};

/** I5: available + reserved + taken = stocked, never below zero. */
export type StockCounts = {
  unlimited: boolean;
  stockedUnits: number;
  availableUnits: number;
  reservedUnits: number;
  takenUnits: number;
};

export type ReserveCommand = {
  address: StockAddress;
  redemptionId: string;
  lineId: string;
  memberId: string;
  quantity: number;
  pointsEach: number;
  /** Cash beside the points, checked against the mix; absent: points alone. */
  cashEachMinor?: number;
  priceVersion: number;
};
export type LineCommand = { address: StockAddress; redemptionId: string; lineId: string };

export type ReservationState = 'reserved' | 'taken' | 'cancelled';

export type StockOverview = {
  counts: StockCounts;
  stopped: boolean;
  /** The terms in force and, where published, the next ones. */
  current: PriceTerms | null;
  next: PriceTerms | null;
  seq: number;
};

export type StockExport = {
  address: StockAddress;
  epoch: number;
  headSeq: number;
  headHash: string;
  sentSeq: number;
  confirmedSeq: number;
  nowMs: number;
  alarmAtMs: number | null;
  dueAtMs: number | null;
  counts: StockCounts;
  stopped: boolean;
  prices: PriceTerms[];
  reservations: {
    redemptionId: string;
    lineId: string;
    memberId: string | null;
    quantity: number;
    state: ReservationState;
  }[];
  transportKeys: { key: string; seq: number; result: Json }[];
  /** Where the next page of reservations and keys begins; null where this is the last. */
  nextCursor: string | null;
};

/** What a RewardStock promises over RPC. `reserve`, `commit` and `cancel` are idempotent by (redemption, line). */
export type StockApi = {
  open(command: OpenStockCommand): Promise<Outcome<{ epoch: number }>>;
  /** Adds (or, down to what is available, removes) units. */
  changeUnits(command: StockCommand & { deltaUnits: number; reason: string }): Promise<Outcome<StockCounts>>;
  publishPrice(command: StockCommand & { terms: PriceTerms }): Promise<Outcome<StockOverview>>;
  /** Takes effect at once: every later reserve is refused `stopped`. */
  stop(command: StockCommand): Promise<Outcome<StockOverview>>;
  resume(command: StockCommand): Promise<Outcome<StockOverview>>;
  reserve(command: ReserveCommand): Promise<Outcome<{ state: ReservationState }>>;
  /** Cannot be refused once reserved. */
  commit(command: LineCommand): Promise<Outcome<{ state: ReservationState }>>;
  /** Gives the units back, taken ones too; for an unknown line leaves a tombstone that refuses a late reserve. */
  cancel(command: LineCommand): Promise<Outcome<{ state: ReservationState }>>;

  overview(address: StockAddress): Promise<Outcome<StockOverview>>;
  confirmProjected(
    address: StockAddress,
    range: { epoch: number; fromSeq: number; toSeq: number },
  ): Promise<Outcome<{ confirmedSeq: number }>>;
  touch(address: StockAddress): Promise<Outcome<{ dueAtMs: number | null }>>;
  exportJournal(
    address: StockAddress,
    page: { fromSeq: number; limit: number },
  ): Promise<Outcome<Page<JournalRow>>>;
  /** One page of it, the first where none is named; the lists of all pages joined are the whole. */
  exportState(address: StockAddress, page?: ExportRequest): Promise<Outcome<StockExport>>;
};
