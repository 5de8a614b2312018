import type { Draft, Ledger, Totals } from '../domain/ledger/ledger.ts';
import { freePoints, type Lot } from '../domain/ledger/lot.ts';
import type { Database } from '../object/database.ts';
import { type ExpirySums, expirySumsMoved } from './expiry-sums.ts';
import { type LotRow, lotFromRow, NEVER_MS, rowFromLot } from './lot-rows.ts';

/** Lots read at a time while looking for enough points to spend. */
const SPEND_PAGE = 64;

type AccountRow = {
  time_zone: string;
  session_generation: number;
  balance_points: number;
  debt_points: number;
  held_points: number;
  pending_points: number;
  open_holds: number;
  frozen_at_ms: number | null;
  closed_at_ms: number | null;
};

/** What of an account stands in its one row: sums over lots, and counters. */
export type AccountHead = {
  timeZone: string;
  totals: Totals;
  sessionGeneration: number;
  openHolds: number;
  /** Null while she may spend and earn. */
  frozenAtMs: number | null;
  /** Null until she closes it. */
  closedAtMs: number | null;
};

/** Counters that stand beside the sums; what is left out stays. */
export type Counters = {
  openHolds?: number;
  sessionGeneration?: number;
  frozenAtMs?: number | null;
  closedAtMs?: number;
};

/** What a decision works on beside what is due: enough open lots for the points, and named lots. */
export type LotsNeeded = { points?: number; lotIds?: readonly number[] };

/** The SQL of balances and lots. Only what changed is written, because every index row is billed too. */
export class LedgerStore {
  #database: Database;
  #accountId: string;

  constructor(database: Database, accountId: string) {
    this.#database = database;
    this.#accountId = accountId;
  }

  create(timeZone: string): void {
    const row = 'insert into accounts values (?, ?, 1, 0, 0, 0, 0, 0, 0, null, null)';
    this.#database.run(row, this.#accountId, timeZone);
  }

  head(): AccountHead {
    const row = this.#database.first<AccountRow>(
      'select * from accounts where account_id = ?',
      this.#accountId,
    );
    if (row === null) throw new Error('an opened account has its row');
    return {
      timeZone: row.time_zone,
      totals: {
        balancePoints: row.balance_points,
        debtPoints: row.debt_points,
        heldPoints: row.held_points,
        pendingPoints: row.pending_points,
      },
      sessionGeneration: row.session_generation,
      openHolds: row.open_holds,
      frozenAtMs: row.frozen_at_ms,
      closedAtMs: row.closed_at_ms,
    };
  }

  /** All that she was ever given, whatever became of it. */
  earnedPoints(): number {
    const row = this.#database.first<{ points: number }>(
      'select earned_points as points from accounts where account_id = ?',
      this.#accountId,
    );
    return row?.points ?? 0;
  }

  /** The newest lots that still wait to be credited; a lot is named by the journal row that made it. */
  pendingLotIds(nowMs: number, limit: number): number[] {
    return this.#database
      .all<{ lot_id: number }>(
        `select lot_id from lots where account_id = ? and stage = 'pending' and remaining_points > 0
          and (available_at_ms is null or available_at_ms > ?) order by lot_id desc limit ?`,
        this.#accountId,
        nowMs,
        limit,
      )
      .map((row) => row.lot_id);
  }

  /** The part of the ledger that a decision at that time needs; other lots stay unread. */
  ledger(head: AccountHead, headSeq: number, nowMs: number, needed: LotsNeeded = {}): Ledger {
    const lots = new Map<number, Lot>();
    for (const lot of this.#dueLots(nowMs)) lots.set(lot.lotId, lot);
    for (const lot of this.#spendableLots(nowMs, needed.points ?? 0)) lots.set(lot.lotId, lot);
    for (const lotId of needed.lotIds ?? []) lots.set(lotId, this.#lot(lotId));
    const isClosed = head.closedAtMs !== null;
    return { totals: head.totals, lots: [...lots.values()], headSeq, timeZone: head.timeZone, isClosed };
  }

  /** Writes the lots and sums that a decision changed; a new lot is one that was not loaded. */
  write(before: Ledger, draft: Draft, counters: Counters = {}): void {
    const loaded = new Map(before.lots.map((lot) => [lot.lotId, lot]));
    for (const lotId of draft.changedLotIds) {
      const lot = draft.lots.get(lotId);
      const old = loaded.get(lotId);
      if (lot && old) this.#updateLot(lotId, changedColumns(rowFromLot(old), rowFromLot(lot)));
      else if (lot) this.#insertLot(rowFromLot(lot));
    }
    this.#moveExpirySums(expirySumsMoved(before.lots, draft.lots.values()));
    const { openHolds, sessionGeneration, frozenAtMs, closedAtMs } = counters;
    const given = givenPoints(draft);
    this.#updateHead({
      ...changedColumns(sumsOf(before.totals), sumsOf(draft.totals)),
      ...(openHolds === undefined ? {} : { open_holds: openHolds }),
      ...(sessionGeneration === undefined ? {} : { session_generation: sessionGeneration }),
      ...(frozenAtMs === undefined ? {} : { frozen_at_ms: frozenAtMs }),
      ...(closedAtMs === undefined ? {} : { closed_at_ms: closedAtMs }),
      ...(given === 0 ? {} : { earned_points: this.earnedPoints() + given }),
    });
  }

  /** When the next pending lot matures by the clock. */
  nextMaturityAtMs(): number | null {
    const row = this.#database.first<{ at_ms: number }>(
      `select available_at_ms as at_ms from lots where account_id = ? and waiting = 1
        order by available_at_ms limit 1`,
      this.#accountId,
    );
    return row?.at_ms ?? null;
  }

  /** When free points of an open lot next expire by the clock. */
  nextExpiryAtMs(): number | null {
    const row = this.#database.first<{ at_ms: number }>(
      `select expires_at_ms as at_ms from lots where account_id = ? and spendable = 1
        order by expires_at_ms limit 1`,
      this.#accountId,
    );
    return row === null || row.at_ms === NEVER_MS ? null : row.at_ms;
  }

  /** The soonest expiries after that time with the free points of each, as written. */
  soonestExpiries(afterMs: number, limit: number): { expiresAtMs: number; points: number }[] {
    return this.#database
      .all<{ at_ms: number; points: number }>(
        `select expires_at_ms as at_ms, points from expiry_sums
          where account_id = ? and expires_at_ms > ? order by expires_at_ms limit ?`,
        this.#accountId,
        afterMs,
        limit,
      )
      .map((row) => ({ expiresAtMs: row.at_ms, points: row.points }));
  }

  /** The soonest maturities after that time; purchases that wait for their completion are left out. */
  soonestMaturities(afterMs: number, limit: number): { availableAtMs: number; points: number }[] {
    return this.#database
      .all<{ at_ms: number; points: number }>(
        `select available_at_ms as at_ms, sum(remaining_points) as points from lots
          where account_id = ? and waiting = 1 and available_at_ms > ?
          group by available_at_ms order by available_at_ms limit ?`,
        this.#accountId,
        afterMs,
        limit,
      )
      .map((row) => ({ availableAtMs: row.at_ms, points: row.points }));
  }

  /** Lots by name, open or not, those after the given one. */
  lotsAfter(lotId: number, limit: number): Lot[] {
    return this.#read('and lot_id > ? order by lot_id limit ?', lotId, limit);
  }

  #lot(lotId: number): Lot {
    const [lot] = this.#read('and lot_id = ?', lotId);
    if (lot === undefined) throw new Error(`lot ${lotId} does not exist`);
    return lot;
  }

  #dueLots(nowMs: number): Lot[] {
    return [
      ...this.#read('and waiting = 1 and available_at_ms <= ?', nowMs),
      ...this.#read('and spendable = 1 and expires_at_ms <= ?', nowMs),
    ];
  }

  /** Open lots, the earliest expiry first, until they cover the points or there are no more. */
  #spendableLots(nowMs: number, points: number): Lot[] {
    const found: Lot[] = [];
    let missing = points;
    let after: [number, number] = [nowMs, Number.MAX_SAFE_INTEGER];
    while (missing > 0) {
      const page = this.#read(
        'and spendable = 1 and (expires_at_ms, lot_id) > (?, ?) order by expires_at_ms, lot_id limit ?',
        ...after,
        SPEND_PAGE,
      );
      for (const lot of page) {
        if (missing <= 0) break;
        found.push(lot);
        missing -= freePoints(lot);
        after = [lot.expiresAtMs ?? NEVER_MS, lot.lotId];
      }
      if (page.length < SPEND_PAGE) break;
    }
    return found;
  }

  #read(condition: string, ...values: number[]): Lot[] {
    return this.#database
      .all<LotRow>(`select * from lots where account_id = ? ${condition}`, this.#accountId, ...values)
      .map(lotFromRow);
  }

  #insertLot(lot: LotRow): void {
    const columns = ['account_id', ...Object.keys(lot)];
    this.#database.run(
      `insert into lots (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      this.#accountId,
      ...Object.values(lot),
    );
  }

  #updateLot(lotId: number, changed: Columns): void {
    const names = Object.keys(changed);
    if (names.length === 0) return;
    this.#database.run(
      `update lots set ${assignments(names)} where account_id = ? and lot_id = ?`,
      ...Object.values(changed),
      this.#accountId,
      lotId,
    );
  }

  /** Sums stand in a table, so that showing what expires does not read every lot. */
  #moveExpirySums(moved: ExpirySums): void {
    for (const [expiresAtMs, points] of moved) {
      const key = [this.#accountId, expiresAtMs] as const;
      const where = 'where account_id = ? and expires_at_ms = ?';
      const sum = this.#database.first<{ points: number }>(`select points from expiry_sums ${where}`, ...key);
      const next = (sum?.points ?? 0) + points;
      if (sum === null) this.#database.run('insert into expiry_sums values (?, ?, ?)', ...key, next);
      else if (next === 0) this.#database.run(`delete from expiry_sums ${where}`, ...key);
      else this.#database.run(`update expiry_sums set points = ? ${where}`, next, ...key);
    }
  }

  #updateHead(changed: Columns): void {
    const names = Object.keys(changed);
    if (names.length === 0) return;
    this.#database.run(
      `update accounts set ${assignments(names)} where account_id = ?`,
      ...Object.values(changed),
      this.#accountId,
    );
  }
}

/** What the decision gives her: a return gives nothing that she had not been given before. */
function givenPoints({ facts }: Draft): number {
  return facts.reduce((sum, { type, body }) => {
    const points = type === 'points.earned' || type === 'points.adjusted' ? Number(body.points) : 0;
    return sum + Math.max(0, points);
  }, 0);
}

type Columns = Record<string, string | number | null>;

function sumsOf(totals: Totals): Columns {
  return {
    balance_points: totals.balancePoints,
    debt_points: totals.debtPoints,
    held_points: totals.heldPoints,
    pending_points: totals.pendingPoints,
  };
}

/** Only changed columns are named, because SQLite rewrites the index rows of every named column. */
function assignments(names: readonly string[]): string {
  return names.map((name) => `${name} = ?`).join(', ');
}

function changedColumns(old: Columns, next: Columns): Columns {
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => old[name] !== value));
}
