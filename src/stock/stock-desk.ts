import { type Outcome, refuse } from '../domain/outcome.ts';
import { emptyLevel, type StockLevel } from '../domain/stock/level.ts';
import { decidePublish, nextTerms, termsInForce } from '../domain/stock/price-gate.ts';
import {
  decideCancel,
  decideCommit,
  decideReserve,
  type ReservationDecision,
} from '../domain/stock/reservation.ts';
import { decideUnits } from '../domain/stock/units.ts';
import type { Database } from '../object/database.ts';
import type { ExportRequest } from '../object/export-page.ts';
import type { Opened, Transaction } from '../object/opened.ts';
import type {
  LineCommand,
  PriceTerms,
  ReservationState,
  ReserveCommand,
  StockCommand,
  StockCounts,
  StockExport,
  StockOverview,
} from './contract.ts';
import { exportState } from './stock-export.ts';
import { StockStore, type StoredReservation } from './store.ts';

type ExportFrame = Omit<
  StockExport,
  'counts' | 'stopped' | 'prices' | 'reservations' | 'transportKeys' | 'nextCursor'
>;
type LineOutcome = Outcome<{ state: ReservationState }>;

/**
 * Runs each command: reads, asks the pure decision, writes in one savepoint. Level and prices in
 * memory are replaced only after the savepoint was released, so a failed call leaves them alone.
 */
export class StockDesk {
  #database: Database;
  #store: StockStore;
  #level: StockLevel = emptyLevel(false);
  #prices: PriceTerms[] = [];

  constructor(database: Database) {
    this.#database = database;
    this.#store = new StockStore(database);
  }

  /** Reads what is stored into memory: after opening and at every wake. */
  load({ journal }: Opened): void {
    const level = this.#store.level(journal);
    if (level === null) throw new Error('an opened stock has no level');
    this.#level = level;
    this.#prices = this.#store.prices();
  }

  writeOpening(transaction: Transaction, unlimited: boolean, nowMs: number): void {
    transaction.append({
      type: 'stock.opened',
      atMs: nowMs,
      body: { policy: 'count', level: emptyLevel(unlimited) },
    });
  }

  changeUnits(
    opened: Opened,
    command: StockCommand & { deltaUnits: number; reason: string },
    nowMs: number,
  ): Outcome<StockCounts> {
    const { key, actor, deltaUnits, reason } = command;
    const decision = decideUnits(this.#level, deltaUnits);
    const outcome = opened.command<StockCounts>({
      key,
      input: { command: 'changeUnits', deltaUnits, reason },
      nowMs,
      decide: ({ append }) => {
        if (!decision.ok) return decision;
        const { level } = decision;
        const row = append({
          type: 'stock.units_changed',
          atMs: nowMs,
          body: { deltaUnits, reason, actor, level },
        });
        return { ok: true, value: countsOf(level), seq: row.seq };
      },
    });
    if (decision.ok && isNew(outcome)) this.#level = decision.level;
    return outcome;
  }

  publishPrice(
    opened: Opened,
    command: StockCommand & { terms: PriceTerms },
    nowMs: number,
  ): Outcome<StockOverview> {
    const { key, actor, terms } = command;
    const decision = decidePublish(this.#prices, terms);
    const headSeq = opened.journal.head.seq;
    if (decision.kind === 'stands')
      return { ok: true, value: this.overview(headSeq, nowMs), replayed: true, seq: headSeq };
    const prices = [...this.#prices, terms];
    const outcome = opened.command<StockOverview>({
      key,
      input: { command: 'publishPrice', terms },
      nowMs,
      decide: ({ append }) => {
        if (decision.kind === 'refused') return refuse(decision.refusal);
        this.#store.addPrice(terms);
        const body = { terms, actor, level: this.#level };
        const row = append({ type: 'stock.price_published', atMs: nowMs, body });
        return { ok: true, value: overviewOf(this.#level, prices, row.seq, nowMs), seq: row.seq };
      },
    });
    if (isNew(outcome)) this.#prices = prices;
    return outcome;
  }

  setStopped(opened: Opened, command: StockCommand, stopped: boolean, nowMs: number): Outcome<StockOverview> {
    const { key, actor } = command;
    const level = { ...this.#level, stopped };
    const type = stopped ? 'stock.stopped' : 'stock.resumed';
    const outcome = opened.command<StockOverview>({
      key,
      input: { command: type },
      nowMs,
      decide: ({ append }) => {
        const row = append({ type, atMs: nowMs, body: { actor, level } });
        return { ok: true, value: overviewOf(level, this.#prices, row.seq, nowMs), seq: row.seq };
      },
    });
    if (isNew(outcome)) this.#level = level;
    return outcome;
  }

  reserve(opened: Opened, command: ReserveCommand, nowMs: number): LineOutcome {
    const existing = this.#store.reservation(command.redemptionId, command.lineId);
    const { priceVersion, pointsEach, cashEachMinor } = command;
    const paid = { priceVersion, pointsEach, ...(cashEachMinor && { cashEachMinor }) };
    const decision = decideReserve(this.#state(), existing, command, nowMs);
    return this.#applyLine(opened, existing, decision, paid, nowMs);
  }

  commit(opened: Opened, command: LineCommand, nowMs: number): LineOutcome {
    const existing = this.#store.reservation(command.redemptionId, command.lineId);
    return this.#applyLine(opened, existing, decideCommit(this.#state(), existing), {}, nowMs);
  }

  cancel(opened: Opened, command: LineCommand, nowMs: number): LineOutcome {
    const existing = this.#store.reservation(command.redemptionId, command.lineId);
    const { redemptionId, lineId } = command;
    const decision = decideCancel(this.#state(), existing, { redemptionId, lineId });
    return this.#applyLine(opened, existing, decision, { from: existing?.state ?? 'unknown' }, nowMs);
  }

  overview(seq: number, nowMs: number): StockOverview {
    return overviewOf(this.#level, this.#prices, seq, nowMs);
  }

  exportState(frame: ExportFrame, request: ExportRequest): Outcome<StockExport> {
    const { stopped } = this.#level;
    // Every list of a page is a part of the whole, so that prices stand in the first one alone.
    const prices = request.cursor === null ? this.#store.prices() : [];
    const level = { counts: countsOf(this.#level), stopped, prices };
    const from = { store: this.#store, database: this.#database };
    return exportState(from, { ...frame, ...level }, request);
  }

  #applyLine(
    opened: Opened,
    existing: StoredReservation | null,
    decision: ReservationDecision,
    more: { priceVersion?: number; pointsEach?: number; cashEachMinor?: number; from?: string },
    nowMs: number,
  ): LineOutcome {
    if (decision.kind === 'refused') return refuse(decision.refusal);
    if (decision.kind === 'stands') {
      const seq = existing?.seq ?? opened.journal.head.seq;
      return { ok: true, value: { state: decision.reservation.state }, replayed: true, seq };
    }
    const { type, level, reservation } = decision;
    const outcome = opened.write(nowMs, ({ append }) => {
      const { seq } = append({ type, atMs: nowMs, body: { ...reservation, ...more, level } });
      this.#store.putReservation(reservation, seq);
      return { ok: true, value: { state: reservation.state }, seq };
    });
    if (outcome.ok) this.#level = level;
    return outcome;
  }

  #state(): { level: StockLevel; prices: PriceTerms[] } {
    return { level: this.#level, prices: this.#prices };
  }
}

function isNew(outcome: Outcome<unknown>): boolean {
  return outcome.ok && !outcome.replayed;
}

function countsOf({ stopped: _, ...counts }: StockLevel): StockCounts {
  return counts;
}

function overviewOf(
  level: StockLevel,
  prices: readonly PriceTerms[],
  seq: number,
  nowMs: number,
): StockOverview {
  return {
    counts: countsOf(level),
    stopped: level.stopped,
    current: termsInForce(prices, nowMs),
    next: nextTerms(prices, nowMs),
    seq,
  };
}
