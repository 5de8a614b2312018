import type { CashMix } from '../domain/catalogue/cash-mix.ts';
import type { StockLevel } from '../domain/stock/level.ts';
import type { Reservation } from '../domain/stock/reservation.ts';
import type { Database } from '../object/database.ts';
import type { Journal } from '../object/journal.ts';
import type { PriceTerms } from './contract.ts';

export type StoredReservation = Reservation & { seq: number };

type ReservationRow = {
  redemption_id: string;
  line_id: string;
  member_id: string | null;
  quantity: number;
  state: Reservation['state'];
  seq: number;
};

type PriceRow = {
  price_version: number;
  points_each: number;
  mix: string | null;
  effective_at_ms: number;
  starts_at_ms: number | null;
  ends_at_ms: number | null;
};

/** All SQL of a RewardStock. */
export class StockStore {
  #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The level as the journal's last row has it; null before the first row. */
  level(journal: Journal): StockLevel | null {
    const level = journal.row(journal.head.seq)?.body.level;
    return level === undefined ? null : (level as StockLevel);
  }

  prices(): PriceTerms[] {
    const rows = this.#database.all<PriceRow>('select * from prices order by price_version');
    return rows.map((row) => ({
      priceVersion: row.price_version,
      pointsEach: row.points_each,
      ...(row.mix !== null && { mix: JSON.parse(row.mix) as CashMix }),
      effectiveAtMs: row.effective_at_ms,
      startsAtMs: row.starts_at_ms,
      endsAtMs: row.ends_at_ms,
    }));
  }

  addPrice(terms: PriceTerms): void {
    this.#database.run(
      `insert into prices (price_version, points_each, mix, effective_at_ms, starts_at_ms, ends_at_ms)
        values (?, ?, ?, ?, ?, ?)`,
      terms.priceVersion,
      terms.pointsEach,
      terms.mix ? JSON.stringify(terms.mix) : null,
      terms.effectiveAtMs,
      terms.startsAtMs,
      terms.endsAtMs,
    );
  }

  reservation(redemptionId: string, lineId: string): StoredReservation | null {
    const row = this.#database.first<ReservationRow>(
      'select * from reservations where redemption_id = ? and line_id = ?',
      redemptionId,
      lineId,
    );
    return row && restore(row);
  }

  putReservation(reservation: Reservation, seq: number): void {
    const { redemptionId, lineId, memberId, quantity, state } = reservation;
    this.#database.run(
      `insert into reservations (redemption_id, line_id, member_id, quantity, state, seq)
        values (?, ?, ?, ?, ?, ?)
        on conflict (redemption_id, line_id) do update set state = excluded.state, seq = excluded.seq`,
      redemptionId,
      lineId,
      memberId,
      quantity,
      state,
      seq,
    );
  }

  /** Reservations by name, those after the given one. */
  reservationsAfter([redemptionId, lineId]: [string, string], limit: number): StoredReservation[] {
    return this.#database
      .all<ReservationRow>(
        `select * from reservations where (redemption_id, line_id) > (?, ?)
          order by redemption_id, line_id limit ?`,
        redemptionId,
        lineId,
        limit,
      )
      .map(restore);
  }
}

function restore(row: ReservationRow): StoredReservation {
  return {
    redemptionId: row.redemption_id,
    lineId: row.line_id,
    memberId: row.member_id,
    quantity: row.quantity,
    state: row.state,
    seq: row.seq,
  };
}
