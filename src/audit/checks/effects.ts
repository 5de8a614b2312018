import { entryOf } from '../../domain/fold/projected.ts';
import type { JournalRow, Json, JsonObject } from '../../domain/journal.ts';
import { onceKey } from '../../domain/ledger/adjust.ts';
import { importKey } from '../../domain/ledger/import-history.ts';
import { importReversedKey } from '../../domain/ledger/reverse-import.ts';
import { SIGN_UP_KEY } from '../../domain/ledger/sign-up.ts';
import { Findings, sameJson, sumOf } from '../compare.ts';
import {
  type AccountEvidence,
  accountsOf,
  type Finding,
  nameOf,
  type ObjectEvidence,
  type TenantEvidence,
} from '../evidence.ts';

/**
 * I3: each natural key is unique and stands in a row about the same thing, the effects of orders,
 * refunds and redemptions are there once and complete, and a stored result equals the row it names.
 */
export function checkEffects(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I3');
  for (const object of evidence.objects) {
    const name = nameOf(evidence.tenantId, object);
    checkResults(findings, name, object);
  }
  for (const account of accountsOf(evidence)) {
    const name = nameOf(evidence.tenantId, account);
    checkNaturalKeys(findings, name, account);
    checkOrders(findings, name, account);
    checkRedemptions(findings, name, account);
  }
  return findings.all;
}

function checkNaturalKeys(findings: Findings, name: string, { state, journal }: AccountEvidence): void {
  const known = state.naturalKeys.map(({ naturalKey }) => naturalKey);
  findings.expect(
    name,
    'natural keys are unique',
    [],
    known.filter((key, index) => known.indexOf(key) !== index),
  );
  for (const { naturalKey, seq } of state.naturalKeys)
    findings.expect(
      name,
      `row ${seq} has the effect of its natural key`,
      naturalKey,
      keysIn(journal[seq - 1]).find((key) => key === naturalKey),
    );
  // The other way round: what the journal says happened has its key, so it cannot happen again.
  const claimed = new Set(known);
  const effects = new Set(journal.flatMap(keysIn));
  findings.expect(
    name,
    'effects without a natural key',
    [],
    [...effects].filter((key) => !claimed.has(key)),
  );
}

/** The natural keys whose effect a row can be, in the account's own spelling. */
function keysIn(row: JournalRow | undefined): string[] {
  if (row === undefined) return [];
  const { order, redemption, source } = row.body as { [part: string]: JsonObject | undefined };
  const keys: string[] = [];
  if (order) keys.push(`order:${JSON.stringify([order.channel, order.orderId])}`);
  if (source?.kind === 'refund')
    keys.push(`refund:${JSON.stringify([source.channel, source.orderId, source.refundId])}`);
  if (source?.kind === SIGN_UP_KEY) keys.push(SIGN_UP_KEY);
  if (source?.kind === 'once') keys.push(onceKey(String(source.name)));
  if (source?.kind === 'import') keys.push(importKey(String(source.batchId), String(source.lineId)));
  if (source?.kind === 'import_reversal') keys.push(importReversedKey(String(source.batchId)));
  if (redemption) keys.push(`redemption:${String(redemption.redemptionId)}`);
  return keys;
}

function checkOrders(findings: Findings, name: string, { state, journal }: AccountEvidence): void {
  for (const { seq, ...order } of state.orders) {
    const what = `order ${order.channel}/${order.orderId}`;
    // What is written off is told once more, after the row that took it back.
    const isItsOwn = ({ type, body }: JournalRow) => {
      if (type === 'points.written_off') return false;
      const about = body.order as JsonObject | undefined;
      return about?.channel === order.channel && about.orderId === order.orderId;
    };
    const rows = journal.filter(isItsOwn);
    const earned = rows.filter((row) => row.type === 'points.earned');
    findings.expect(
      name,
      `${what} earned`,
      [order.points],
      earned.map((row) => entryOf(row)?.points),
    );
    const last = rows.findLast((row) => row.seq <= seq)?.body.order as JsonObject | undefined;
    findings.expect(name, `${what} as its last row has it`, last, asToldBy(last, order));
    findings.expect(name, `${what}: number of its last row`, rows.at(-1)?.seq, seq);
  }
}

/** What rows of an order did not tell in earlier releases: when it was bought, and what she paid. */
const TOLD_LATER: readonly string[] = ['occurredAtMs', 'spentMinor'];

/** The order without what its row is too old to tell. */
function asToldBy(row: JsonObject | undefined, order: JsonObject): JsonObject {
  if (row === undefined) return order;
  const told = Object.entries(order).filter(([field]) => field in row || !TOLD_LATER.includes(field));
  return Object.fromEntries(told);
}

function checkRedemptions(findings: Findings, name: string, { state, journal }: AccountEvidence): void {
  for (const redemption of state.redemptions) {
    const what = `redemption ${redemption.redemptionId}`;
    const rows = journal.filter(
      ({ body }) => (body.redemption as JsonObject | undefined)?.redemptionId === redemption.redemptionId,
    );
    const moved = (type: JournalRow['type']) =>
      rows.filter((row) => row.type === type).map((row) => entryOf(row)?.points);
    const captured = !['reserving', 'awaiting_payment', 'undoing', 'undone'].includes(redemption.state);
    findings.expect(name, `${what} took`, captured ? [-redemption.points] : [], moved('points.redeemed'));
    findings.expect(
      name,
      `${what} gave back`,
      redemption.state === 'cancelled' ? [redemption.points] : [],
      moved('points.returned'),
    );
    const { delivery: _, shopReason: _words, cancelRequest, payment, ...shown } = redemption;
    const last = rows.at(-1)?.body.redemption as JsonObject | undefined;
    const request = cancelRequest && { ...cancelRequest, reason: null };
    findings.expect(name, `${what} as its last row has it`, last, {
      ...shown,
      ...(payment && { payment: { ...payment, url: null } }),
      cancelRequest: request,
      delivery: null,
    });
  }
}

function checkResults(findings: Findings, name: string, { state, journal }: ObjectEvidence): void {
  for (const { key, seq, result } of state.transportKeys) {
    const row = journal[seq - 1];
    if (row === undefined) {
      findings.expect(name, `row of key ${key}`, `a row up to ${journal.length}`, seq);
      continue;
    }
    const said = toldBy(row);
    for (const [field, value] of Object.entries(isObject(result) ? result : {}))
      if (field in said && !sameJson(said[field], value))
        findings.expect(name, `result of key ${key}: ${field}, by row ${seq}`, said[field], value);
    checkBalanceIn(findings, name, { key, row, result }, journal);
  }
}

/** Everything that a row says by name, wherever in its body; results use the same names. */
function toldBy({ body }: JournalRow): JsonObject {
  const { source, order, redemption, level, ...own } = body;
  const parts = [source, order, redemption].filter((part) => isObject(part));
  const told: JsonObject = Object.assign({}, own, ...parts);
  if (isObject(level)) {
    const { stopped, ...counts } = level;
    Object.assign(told, counts, { counts, stopped });
  }
  return told;
}

/** An adjustment answers the balance that it led to; commands that found their effect there do not. */
function checkBalanceIn(
  findings: Findings,
  name: string,
  { key, row, result }: { key: string; row: JournalRow; result: Json },
  journal: readonly JournalRow[],
): void {
  const balances = isObject(result) ? result.balances : undefined;
  if (!isObject(balances) || row.type !== 'points.adjusted') return;
  const balance = sumOf(journal.slice(0, row.seq), (each) => entryOf(each)?.points ?? 0);
  findings.expect(name, `result of key ${key}: balance, by row ${row.seq}`, balance, balances.balancePoints);
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
