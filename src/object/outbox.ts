import { Buffer } from 'node:buffer';
import type { JournalMessage, JournalRow } from '../domain/journal.ts';
import type { Database } from './database.ts';
import {
  afterSending,
  chunkBySize,
  confirmRange,
  type Delivery,
  deliveryDueAtMs,
  planSending,
} from './delivery-plan.ts';
import type { Journal } from './journal.ts';

/** The platform's limit is 128 kB a message; the rest is room for the envelope and the queue's own. */
const MESSAGE_BYTES_MAX = 96_000;
const PAGE_ROWS = 500;
/** One run reads at most this much; the alarm comes back for the rest. */
const ROWS_PER_RUN = 5_000;

/** As much of a queue as the outbox needs, so that a test can lose, double and reorder messages. */
export type JournalQueue = { send(message: JournalMessage): Promise<unknown> };

type StoredDelivery = { confirmed_seq: number; attempts: number; resend_at_ms: number | null };

/**
 * Hands journal rows to the queue until the far end has confirmed them. The queue may lose, repeat
 * and reorder; nothing but `confirm` moves the confirmed cursor, and the journal is kept for ever.
 */
export class Outbox {
  #database: Database;
  #journal: Journal;
  #queue: JournalQueue;
  #delivery: Delivery;
  #firstUnsentAtMs: number | null;

  constructor(database: Database, journal: Journal, queue: JournalQueue) {
    this.#database = database;
    this.#journal = journal;
    this.#queue = queue;
    const stored = database.first<StoredDelivery>(
      'select confirmed_seq, attempts, resend_at_ms from delivery',
    );
    this.#delivery = {
      confirmedSeq: stored?.confirmed_seq ?? 0,
      sentSeq: stored?.confirmed_seq ?? 0,
      attempts: stored?.attempts ?? 0,
      resendAtMs: stored?.resend_at_ms ?? null,
    };
    this.#firstUnsentAtMs = journal.atMsOf(this.#delivery.sentSeq + 1);
  }

  get cursors(): { sentSeq: number; confirmedSeq: number } {
    return { sentSeq: this.#delivery.sentSeq, confirmedSeq: this.#delivery.confirmedSeq };
  }

  /** Tells that rows were appended, so that the first of them decides when sending is due. */
  noteAppended(atMs: number): void {
    this.#firstUnsentAtMs ??= atMs;
  }

  dueAtMs(): number | null {
    return deliveryDueAtMs(this.#delivery, {
      seq: this.#journal.head.seq,
      firstUnsentAtMs: this.#firstUnsentAtMs,
    });
  }

  /** Sends what is due. Rows whose send fails stay unsent; the failure is the caller's to back off from. */
  async send(nowMs: number, dueAtMs: number | null): Promise<void> {
    const sending = planSending(this.#delivery, this.#journal.head.seq, nowMs);
    if (sending === null) return;
    let throughSeq = sending.fromSeq - 1;
    while (throughSeq < sending.fromSeq - 1 + ROWS_PER_RUN) {
      const rows = this.#journal.page(throughSeq + 1, PAGE_ROWS);
      for (const chunk of chunkBySize(rows, sizeOfRow, MESSAGE_BYTES_MAX)) {
        await this.#queue.send(this.#message(chunk, dueAtMs));
        throughSeq = chunk.at(-1)?.seq ?? throughSeq;
      }
      if (rows.length < PAGE_ROWS) break;
    }
    // Confirmations may have come in while sending: they are part of #delivery, not of a copy from before.
    this.#delivery = afterSending(this.#delivery, sending, throughSeq, nowMs);
    if (this.#delivery.confirmedSeq >= this.#delivery.sentSeq)
      this.#delivery = { ...this.#delivery, attempts: 0, resendAtMs: null };
    this.#firstUnsentAtMs = this.#journal.atMsOf(this.#delivery.sentSeq + 1);
    // The first attempt needs no row: forgotten, it is made again.
    if (this.#delivery.attempts > 1) this.#store();
  }

  /** Moves the confirmed cursor over a gapless prefix only; returns where it stands. */
  confirm(range: { fromSeq: number; toSeq: number }, nowMs: number): number {
    const next = confirmRange(this.#delivery, range, { seq: this.#journal.head.seq, nowMs });
    if (next !== this.#delivery) {
      const movesSent = next.sentSeq > this.#delivery.sentSeq;
      this.#delivery = next;
      if (movesSent) this.#firstUnsentAtMs = this.#journal.atMsOf(next.sentSeq + 1);
      this.#store();
    }
    return this.#delivery.confirmedSeq;
  }

  /** Makes everything unconfirmed due at once, whatever the backoff says. */
  resendSoon(nowMs: number): void {
    if (this.#journal.head.seq > this.#delivery.confirmedSeq)
      this.#delivery = { ...this.#delivery, resendAtMs: Math.min(this.#delivery.resendAtMs ?? nowMs, nowMs) };
  }

  #message(rows: JournalRow[], dueAtMs: number | null): JournalMessage {
    const { kind, tenantId, objectId, epoch } = this.#journal.origin;
    const { seq, hash } = this.#journal.head;
    return { kind, tenantId, objectId, epoch, rows, headSeq: seq, headHash: hash, dueAtMs };
  }

  #store(): void {
    const { confirmedSeq, attempts, resendAtMs } = this.#delivery;
    this.#database.run(
      'insert or replace into delivery (one, confirmed_seq, attempts, resend_at_ms) values (1, ?, ?, ?)',
      confirmedSeq,
      attempts,
      resendAtMs,
    );
  }
}

function sizeOfRow(row: JournalRow): number {
  return Buffer.byteLength(JSON.stringify(row));
}
