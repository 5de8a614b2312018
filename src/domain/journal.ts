export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * One numbered, hash-chained row of an object's journal. `hash` covers the previous hash and the
 * canonical JSON of {epoch, seq, atMs, type, body, detailHash}. `detail` holds what names a person
 * and can be erased; the chain then still verifies through `detailHash` = H(salt ‖ detail).
 */
export type JournalRow = {
  epoch: number;
  seq: number;
  atMs: number;
  type: JournalType;
  body: JsonObject;
  detail: JsonObject | null;
  salt: string | null;
  detailHash: string | null;
  previousHash: string;
  hash: string;
};

/** Rows whose body carries `points` and `balanceAfter` are entries; their points sum to the balance. */
export const ENTRY_TYPES = [
  'points.earned',
  'points.adjusted',
  'points.redeemed',
  'points.returned',
  'points.expired',
  'points.clawed_back',
  'points.written_off',
] as const;

export const STATE_TYPES = [
  'account.opened',
  'account.session_ended',
  /** She can neither spend nor earn until it is undone. */
  'account.frozen',
  'account.unfrozen',
  /** Details of every row up to `throughSeq` are gone, here and in every copy. */
  'details.erased',
  'debt.settled',
  /** A list of older cards was taken back that had left nothing to take: from then on it brings nothing. */
  'import.reversed',
  'lot.matured',
  'order.updated',
  'redemption.updated',
  'stock.opened',
  'stock.units_changed',
  'stock.price_published',
  'stock.stopped',
  'stock.resumed',
  'stock.reserved',
  'stock.taken',
  'stock.returned',
] as const;

export type EntryType = (typeof ENTRY_TYPES)[number];
export type JournalType = EntryType | (typeof STATE_TYPES)[number];

export type ObjectKind = 'account' | 'stock';

/** What travels through the queue: rows of one object, with its head for the registry. */
export type JournalMessage = {
  kind: ObjectKind;
  tenantId: string;
  /** Member id of an account, stock id of a stock. */
  objectId: string;
  epoch: number;
  rows: JournalRow[];
  headSeq: number;
  headHash: string;
  /** When the object next has work, as its alarm knows it; null when it has none. */
  dueAtMs: number | null;
};
