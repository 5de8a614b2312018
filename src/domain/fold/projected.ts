import type { JournalRow, JsonObject, ObjectKind } from '../journal.ts';

/** Where a row comes from; every projected row names its tenant and object. */
export type RowOrigin = { kind: ObjectKind; tenantId: string; objectId: string };

export type ProjectedRedemption = {
  redemptionId: string;
  memberId: string;
  version: number;
  state: string;
  points: number;
  body: JsonObject;
  delivery: JsonObject | null;
  createdAtMs: number;
  updatedAtMs: number;
};

export type ProjectedOrder = {
  channel: string;
  orderId: string;
  memberId: string;
  version: number;
  status: string;
  points: number;
  clawedBackPoints: number;
  body: JsonObject;
};

export type ProjectedStockLevel = {
  stockId: string;
  version: number;
  unlimited: boolean;
  stopped: boolean;
  stockedUnits: number;
  availableUnits: number;
  reservedUnits: number;
  takenUnits: number;
};

/** A row of a table that a journal row has a word in; the row of the highest version is the one that counts. */
export type Projected =
  | { table: 'redemptions'; row: ProjectedRedemption }
  | { table: 'orders'; row: ProjectedOrder }
  | { table: 'stock_levels'; row: ProjectedStockLevel };

/** A body that does not have the shape of its type. The far end parks such a row; it never guesses. */
export class MalformedBody extends Error {
  override readonly name = 'MalformedBody';
}

/**
 * What a journal row says about the tables beside the journal, or null where it says nothing. An
 * account's row about a redemption carries it in `body.redemption`, its delivery in the detail; one
 * about an order carries that in `body.order`; every `stock.` row the level after it as `level`.
 */
export function projectRow(origin: RowOrigin, row: JournalRow): Projected | null {
  const { redemption, order } = row.body;
  if (redemption !== undefined)
    return { table: 'redemptions', row: projectRedemption(objectOf(redemption, 'redemption'), row) };
  if (order !== undefined)
    return { table: 'orders', row: projectOrder(origin, objectOf(order, 'order'), row.seq) };
  if (row.type.startsWith('stock.')) return { table: 'stock_levels', row: projectLevel(origin, row) };
  return null;
}

/** Points and balance of an entry; null for rows that are no entries. */
export function entryOf({ body }: JournalRow): { points: number; balanceAfter: number } | null {
  if (body.points === undefined || body.balanceAfter === undefined) return null;
  return { points: numberIn(body, 'points'), balanceAfter: numberIn(body, 'balanceAfter') };
}

function projectRedemption(body: JsonObject, { detail }: JournalRow): ProjectedRedemption {
  const delivery = detail?.delivery ?? null;
  return {
    redemptionId: textIn(body, 'redemptionId'),
    memberId: textIn(body, 'memberId'),
    version: numberIn(body, 'version'),
    state: textIn(body, 'state'),
    points: numberIn(body, 'points'),
    body,
    delivery: delivery === null ? null : objectOf(delivery, 'delivery'),
    createdAtMs: numberIn(body, 'createdAtMs'),
    updatedAtMs: numberIn(body, 'updatedAtMs'),
  };
}

function projectOrder(origin: RowOrigin, body: JsonObject, seq: number): ProjectedOrder {
  return {
    channel: textIn(body, 'channel'),
    orderId: textIn(body, 'orderId'),
    memberId: origin.objectId,
    version: seq,
    status: textIn(body, 'status'),
    points: numberIn(body, 'points'),
    clawedBackPoints: numberIn(body, 'clawedBackPoints'),
    body,
  };
}

function projectLevel(origin: RowOrigin, { body, seq }: JournalRow): ProjectedStockLevel {
  const level = objectOf(body.level ?? null, 'level');
  return {
    stockId: origin.objectId,
    version: seq,
    unlimited: level.unlimited === true,
    stopped: level.stopped === true,
    stockedUnits: numberIn(level, 'stockedUnits'),
    availableUnits: numberIn(level, 'availableUnits'),
    reservedUnits: numberIn(level, 'reservedUnits'),
    takenUnits: numberIn(level, 'takenUnits'),
  };
}

function textIn(body: JsonObject, field: string): string {
  const value = body[field];
  if (typeof value !== 'string') throw new MalformedBody(`${field} is not a text`);
  return value;
}

function numberIn(body: JsonObject, field: string): number {
  const value = body[field];
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new MalformedBody(`${field} is not an integer`);
  return value;
}

function objectOf(value: JsonObject[string], field: string): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new MalformedBody(`${field} is not an object`);
  return value;
}
