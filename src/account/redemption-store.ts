import {
  type DeliveryAddress,
  isUnfinished,
  type Redemption,
  type RedemptionState,
  UNDER_WAY_STATES,
} from '../domain/redemption/redemption.ts';
import type { Database } from '../object/database.ts';

/** What of a redemption names a person; kept in a column of its own, so that it can be erased. */
type Personal = {
  delivery: DeliveryAddress | null;
  cancelReason: string | null;
  shopReason?: string;
};
type StoredRow = {
  body: string;
  personal: string | null;
  attempts: number;
  next_attempt_at_ms: number;
};
type Unfinished = { redemptionId: string; attempts: number; nextAttemptAtMs: number };
/** A payment that the alarm looks at; `checks` counts the looks since something changed. */
export type PaymentCheck = { redemptionId: string; checks: number; checkAtMs: number };

const NOBODY: Personal = { delivery: null, cancelReason: null };

/** The SQL of redemptions. `unfinished` is an index of those whose coordinator still has calls to make. */
export class RedemptionStore {
  #database: Database;
  #accountId: string;

  constructor(database: Database, accountId: string) {
    this.#database = database;
    this.#accountId = accountId;
  }

  find(redemptionId: string): Redemption | null {
    const row = this.#database.first<StoredRow>(
      'select * from redemptions where account_id = ? and redemption_id = ?',
      this.#accountId,
      redemptionId,
    );
    return row && fromRow(row);
  }

  insert(redemption: Redemption, nextAttemptAtMs: number): void {
    const { body, personal } = toColumns(redemption);
    this.#database.run(
      `insert into redemptions (account_id, created_seq, redemption_id, unfinished, attempts,
        next_attempt_at_ms, body, personal) values (?, ?, ?, 1, 0, ?, ?, ?)`,
      this.#accountId,
      redemption.createdSeq,
      redemption.redemptionId,
      nextAttemptAtMs,
      body,
      personal,
    );
  }

  /** Writes the next state; the indexes of unfinished ones and of checks are touched only when they change. */
  update(
    before: Redemption,
    after: Redemption,
    due: { attemptAtMs: number; check: { atMs: number | null } | 'as_it_is' },
  ): void {
    const { body, personal } = toColumns(after);
    const turns = isUnfinished(before.state) !== isUnfinished(after.state);
    const unfinished = turns ? `, unfinished = ${isUnfinished(after.state) ? 1 : 0}` : '';
    const { check } = due;
    const isMoved = check !== 'as_it_is' && check.atMs !== this.#checkAtMs(after);
    const checked = `${check === 'as_it_is' ? '' : ', checks = 0'}${isMoved ? ', check_at_ms = ?' : ''}`;
    const endsAtMs = voucherEndsAtMs(after);
    const ends = endsAtMs !== voucherEndsAtMs(before);
    this.#database.run(
      `update redemptions set body = ?, personal = ?, attempts = 0, next_attempt_at_ms = ?
        ${checked}${ends ? ', voucher_ends_at_ms = ?' : ''}${unfinished} where account_id = ? and created_seq = ?`,
      body,
      personal,
      due.attemptAtMs,
      ...(isMoved ? [check.atMs] : []),
      ...(ends ? [endsAtMs] : []),
      this.#accountId,
      after.createdSeq,
    );
  }

  noteAttempt(redemptionId: string, attempts: number, nextAttemptAtMs: number): void {
    this.#database.run(
      `update redemptions set attempts = ?, next_attempt_at_ms = ?
        where account_id = ? and redemption_id = ? and unfinished = 1`,
      attempts,
      nextAttemptAtMs,
      this.#accountId,
      redemptionId,
    );
  }

  /** When the alarm next looks at the redemption's payment; null where nothing is left to find out. */
  setCheck(redemptionId: string, checks: number, checkAtMs: number | null): void {
    this.#database.run(
      `update redemptions set check_at_ms = ?, checks = ? where account_id = ? and redemption_id = ?
        and (check_at_ms is not ? or checks <> ?)`,
      checkAtMs,
      checks,
      this.#accountId,
      redemptionId,
      checkAtMs,
      checks,
    );
  }

  /** Payments that are still looked at, the soonest first. */
  paymentChecks(): PaymentCheck[] {
    return this.#database
      .all<{ redemption_id: string; checks: number; check_at_ms: number }>(
        `select redemption_id, checks, check_at_ms from redemptions
          where account_id = ? and check_at_ms is not null order by check_at_ms`,
        this.#accountId,
      )
      .map((row) => ({
        redemptionId: row.redemption_id,
        checks: row.checks,
        checkAtMs: row.check_at_ms,
      }));
  }

  /** Vouchers that nobody used, the first to end first. */
  endingVouchers(limit: number): { redemptionId: string; endsAtMs: number }[] {
    return this.#database
      .all<{ redemption_id: string; voucher_ends_at_ms: number }>(
        `select redemption_id, voucher_ends_at_ms from redemptions
          where account_id = ? and voucher_ends_at_ms is not null order by voucher_ends_at_ms limit ?`,
        this.#accountId,
        limit,
      )
      .map((row) => ({ redemptionId: row.redemption_id, endsAtMs: row.voucher_ends_at_ms }));
  }

  /** Redemptions with calls still to make, the longest waiting first. */
  unfinished(): Unfinished[] {
    return this.#database
      .all<{ redemption_id: string; attempts: number; next_attempt_at_ms: number }>(
        `select redemption_id, attempts, next_attempt_at_ms from redemptions
          where account_id = ? and unfinished = 1 order by next_attempt_at_ms`,
        this.#accountId,
      )
      .map((row) => ({
        redemptionId: row.redemption_id,
        attempts: row.attempts,
        nextAttemptAtMs: row.next_attempt_at_ms,
      }));
  }

  /** Newest first, those recorded before `beforeSeq`. */
  page(beforeSeq: number | null, limit: number): Redemption[] {
    return this.#database
      .all<StoredRow>(
        `select * from redemptions where account_id = ? and created_seq < ?
          order by created_seq desc limit ?`,
        this.#accountId,
        beforeSeq ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      .map(fromRow);
  }

  /** How one stands that still needs her name or her points, however long ago it began; null where none does. */
  underWay(): RedemptionState | null {
    const row = this.#database.first<{ state: RedemptionState }>(
      `select json_extract(body, '$.state') as state from redemptions where account_id = ?
        and json_extract(body, '$.state') in (select value from json_each(?)) limit 1`,
      this.#accountId,
      JSON.stringify(UNDER_WAY_STATES),
    );
    return row?.state ?? null;
  }

  #checkAtMs({ createdSeq }: Redemption): number | null {
    const row = this.#database.first<{ check_at_ms: number | null }>(
      'select check_at_ms from redemptions where account_id = ? and created_seq = ?',
      this.#accountId,
      createdSeq,
    );
    return row?.check_at_ms ?? null;
  }

  erasePersonal(): void {
    this.#database.run(
      'update redemptions set personal = null where account_id = ? and personal is not null',
      this.#accountId,
    );
  }
}

/** When the alarm writes down that a voucher is over; null where there is nothing to write. */
function voucherEndsAtMs({ state, voucher }: Redemption): number | null {
  return state === 'issued' ? (voucher?.validUntilMs ?? null) : null;
}

function toColumns(redemption: Redemption): { body: string; personal: string | null } {
  const { delivery, cancelRequest, shopReason, ...rest } = redemption;
  const personal: Personal = {
    delivery,
    cancelReason: cancelRequest?.reason ?? null,
    ...(shopReason ? { shopReason } : {}),
  };
  const erased = Object.values(personal).every((value) => value === null);
  const body = { ...rest, cancelRequest: cancelRequest && { ...cancelRequest, reason: null } };
  return { body: JSON.stringify(body), personal: erased ? null : JSON.stringify(personal) };
}

function fromRow(row: StoredRow): Redemption {
  const body = JSON.parse(row.body) as Omit<Redemption, 'delivery'>;
  const { delivery, cancelReason, ...said } =
    row.personal === null ? NOBODY : (JSON.parse(row.personal) as Personal);
  const cancelRequest = body.cancelRequest && { ...body.cancelRequest, reason: cancelReason };
  return { ...body, ...said, delivery, cancelRequest };
}
