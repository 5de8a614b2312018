/**
 * Where the journal stands on its road to Postgres. `sentSeq` lives in memory alone: forgetting it
 * sends rows twice, which the far end bears, and saves a row written per command.
 */
export type Delivery = {
  confirmedSeq: number;
  sentSeq: number;
  /** Times that the rows after `confirmedSeq` were sent without being confirmed. */
  attempts: number;
  resendAtMs: number | null;
};

/** Rows written within this long of each other travel together. */
const GATHER_MS = 150;

const RESEND_BASE_MS = 2_000;
/** A queue may lose the very message that would have ended the wait, and the next one too. */
const RESEND_YOUNG_MAX_MS = 16_000;
/** About five minutes of sixteen seconds each; what is away for longer is asked less and less. */
const YOUNG_ATTEMPTS = 24;
const RESEND_MAX_MS = 300_000;

/** How long rows wait for their confirmation after having been sent that many times. */
function resendAfterMs(attempts: number): number {
  const youngMs = Math.min(RESEND_BASE_MS * 2 ** Math.max(0, attempts - 1), RESEND_YOUNG_MAX_MS);
  return Math.min(youngMs * 2 ** Math.max(0, attempts - YOUNG_ATTEMPTS), RESEND_MAX_MS);
}

/** When delivery next has work: unsent rows shortly after the first was written, sent ones when overdue. */
export function deliveryDueAtMs(
  delivery: Delivery,
  head: { seq: number; firstUnsentAtMs: number | null },
): number | null {
  const sendAtMs =
    head.seq > delivery.sentSeq && head.firstUnsentAtMs !== null ? head.firstUnsentAtMs + GATHER_MS : null;
  if (sendAtMs === null) return delivery.resendAtMs;
  return delivery.resendAtMs === null ? sendAtMs : Math.min(sendAtMs, delivery.resendAtMs);
}

export type Sending = { fromSeq: number; resend: boolean };

/** What to hand over now: everything unconfirmed once a resend is due, else what was never sent. */
export function planSending(delivery: Delivery, headSeq: number, nowMs: number): Sending | null {
  if (delivery.resendAtMs !== null && delivery.resendAtMs <= nowMs)
    return headSeq > delivery.confirmedSeq ? { fromSeq: delivery.confirmedSeq + 1, resend: true } : null;
  return headSeq > delivery.sentSeq ? { fromSeq: delivery.sentSeq + 1, resend: false } : null;
}

/** The state after rows up to `throughSeq` were handed over. */
export function afterSending(
  delivery: Delivery,
  sending: Sending,
  throughSeq: number,
  nowMs: number,
): Delivery {
  const attempts = sending.resend ? delivery.attempts + 1 : Math.max(delivery.attempts, 1);
  const startsClock = sending.resend || delivery.resendAtMs === null;
  return {
    ...delivery,
    sentSeq: Math.max(delivery.sentSeq, throughSeq),
    attempts,
    resendAtMs: startsClock ? nowMs + resendAfterMs(attempts) : delivery.resendAtMs,
  };
}

/**
 * Moves `confirmedSeq` over a gapless prefix of what exists; every other range changes nothing.
 * A parked row is such a gap: rows behind it stay unconfirmed and are sent again.
 */
export function confirmRange(
  delivery: Delivery,
  range: { fromSeq: number; toSeq: number },
  head: { seq: number; nowMs: number },
): Delivery {
  const startsAfterGap = range.fromSeq > delivery.confirmedSeq + 1;
  const addsNothing = range.toSeq <= delivery.confirmedSeq;
  const namesUnwritten = range.toSeq > head.seq || range.fromSeq < 1;
  if (startsAfterGap || addsNothing || namesUnwritten) return delivery;
  const sentSeq = Math.max(delivery.sentSeq, range.toSeq);
  const allConfirmed = range.toSeq === sentSeq;
  return {
    confirmedSeq: range.toSeq,
    sentSeq,
    attempts: allConfirmed ? 0 : 1,
    resendAtMs: allConfirmed ? null : head.nowMs + resendAfterMs(1),
  };
}

/** Splits rows, in order, into groups whose sizes add up to at most `limit` each. */
export function chunkBySize<Row>(rows: readonly Row[], sizeOf: (row: Row) => number, limit: number): Row[][] {
  const chunks: Row[][] = [];
  let size = 0;
  for (const row of rows) {
    const rowSize = sizeOf(row);
    const current = chunks.at(-1);
    if (current === undefined || size + rowSize > limit) {
      chunks.push([row]);
      size = rowSize;
    } else {
      current.push(row);
      size += rowSize;
    }
  }
  return chunks;
}
