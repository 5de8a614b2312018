import { assertDraft, type Draft, EMPTY_TOTALS, type Ledger } from '../../../src/domain/ledger/ledger.ts';
import type { Order, OrderLine } from '../../../src/domain/order.ts';
import type { Programme, ProgrammeVersion } from '../../../src/domain/programme/programme.ts';
import { programmeHash } from '../../../src/domain/programme/programme-hash.ts';

export const ZONE = 'Asia/Shanghai';
export const DAY_MS = 86_400_000;
/** 2 March 2026, 10:00 in Shanghai. */
export const NOW_MS = Date.UTC(2026, 2, 2, 2);
export const staff = { kind: 'staff', id: 'usr_1' } as const;

export function line(given: Partial<OrderLine> = {}): OrderLine {
  return { lineId: 'l1', category: null, amountMinor: 10_000, quantity: 1, ...given };
}

export function programme(given: Partial<Programme> = {}): Programme {
  return {
    currency: 'CNY',
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [],
    daysUntilEntry: 0,
    expiry: { kind: 'never' },
    clawback: 'owe',
    graceDays: 7,
    openHoldsMax: 10,
    ...given,
  };
}

export function published(body: Programme, version = 1): ProgrammeVersion {
  return { version, hash: programmeHash(body), effectiveAtMs: 0, body };
}

export function order(given: Partial<Order> = {}): Order {
  return {
    channel: 'shop',
    orderId: 'o1',
    currency: 'CNY',
    occurredAtMs: NOW_MS,
    status: 'completed',
    lines: [line()],
    ...given,
  };
}

export function emptyLedger(given: Partial<Ledger> = {}): Ledger {
  return { totals: EMPTY_TOTALS, lots: [], headSeq: 0, timeZone: ZONE, ...given };
}

/** The ledger after a decision, with its assertions run as the store runs them. */
export function after(before: Ledger, draft: Draft): Ledger {
  assertDraft(before, draft);
  return { ...before, totals: draft.totals, lots: [...draft.lots.values()], headSeq: draft.headSeq };
}

/** Rows of a decision as `type points`, in order. */
export function told(draft: Draft): string[] {
  return draft.facts.map(({ type, body }) => {
    const points = body.points ?? body.maturedPoints ?? body.settledPoints;
    return typeof points === 'number' ? `${type} ${points}` : type;
  });
}
