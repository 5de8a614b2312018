import { actOf } from '../../domain/fold/act.ts';
import { figuresOf } from '../../domain/fold/figures.ts';
import { foldJournal } from '../../domain/fold/fold.ts';
import { entryOf } from '../../domain/fold/projected.ts';
import { Findings } from '../compare.ts';
import { type Finding, nameOf, type ObjectEvidence, type TenantEvidence } from '../evidence.ts';

/**
 * I4: every journal row is in Postgres once and field by field, the projected tables are the fold of
 * the journals, what staff did stands in the audit log, the registry knows each head, and nothing is
 * parked.
 */
export function checkProjection(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I4');
  const { tenantId } = evidence;
  for (const object of evidence.objects) {
    const name = nameOf(tenantId, object);
    findings.expect(name, 'every row is confirmed', object.state.headSeq, object.state.confirmedSeq);
    checkCopies(findings, name, evidence, object);
    checkHead(findings, name, evidence, object);
  }
  checkStrangers(findings, evidence);
  checkTables(findings, evidence);
  checkFigures(findings, evidence);
  checkActs(findings, evidence);
  for (const { kind, objectId, seq, error } of evidence.parked)
    findings.expect(nameOf(tenantId, { kind, objectId }), `row ${seq} is parked`, null, error);
  return findings.all;
}

function checkCopies(
  findings: Findings,
  name: string,
  evidence: TenantEvidence,
  object: ObjectEvidence,
): void {
  const { tenantId } = evidence;
  const { kind, objectId, journal } = object;
  const copies = new Map(
    evidence.journalRows
      .filter((copy) => copy.objectKind === kind && copy.objectId === objectId)
      .map((copy) => [`${copy.epoch}/${copy.seq}`, copy]),
  );
  for (const row of journal) {
    const copy = copies.get(`${row.epoch}/${row.seq}`);
    copies.delete(`${row.epoch}/${row.seq}`);
    if (copy === undefined) {
      findings.expect(name, `row ${row.seq} in Postgres`, row.hash, null);
      continue;
    }
    const entry = entryOf(row);
    const expected = {
      tenantId,
      ...row,
      points: entry?.points ?? null,
      balanceAfter: entry?.balanceAfter ?? null,
    };
    findings.expectFields(name, `row ${row.seq} in Postgres`, expected, copy);
  }
  for (const copy of copies.values())
    findings.expect(name, `row ${copy.seq} in Postgres that the journal does not have`, null, copy.hash);
}

function checkHead(findings: Findings, name: string, evidence: TenantEvidence, object: ObjectEvidence): void {
  const { kind, objectId, state } = object;
  const registered = evidence.registry.find((each) => each.kind === kind && each.objectId === objectId);
  if (registered === undefined) return;
  const { epoch, headSeq, headHash } = state;
  findings.expectFields(name, 'head in the registry', { epoch, headSeq, headHash }, registered);
}

/** Rows of objects that the registry does not have, or that say that they were never opened. */
function checkStrangers(findings: Findings, evidence: TenantEvidence): void {
  const known = new Set(evidence.objects.map(({ kind, objectId }) => `${kind}/${objectId}`));
  const strangers = evidence.journalRows.filter((copy) => !known.has(`${copy.objectKind}/${copy.objectId}`));
  for (const { objectKind: kind, objectId, seq } of strangers)
    findings.expect(
      nameOf(evidence.tenantId, { kind, objectId }),
      `row ${seq} in Postgres of an object that is not there`,
      null,
      seq,
    );
}

function checkTables(findings: Findings, evidence: TenantEvidence): void {
  const { tenantId } = evidence;
  const folds = evidence.objects.map(({ kind, objectId, journal }) =>
    foldJournal({ kind, tenantId, objectId }, journal),
  );
  const inTenant = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ tenantId, ...row }));
  compareTable(
    findings,
    'redemptions',
    inTenant(folds.flatMap((fold) => fold.redemptions)),
    evidence.redemptions,
    (row) => row.redemptionId,
  );
  compareTable(
    findings,
    'orders',
    inTenant(folds.flatMap((fold) => fold.orders)),
    evidence.orders,
    (row) => `${row.channel}/${row.orderId}`,
  );
  compareTable(
    findings,
    'stock_levels',
    inTenant(folds.flatMap((fold) => fold.stockLevel ?? [])),
    evidence.stockLevels,
    (row) => row.stockId,
  );
}

/** What lists show of each member is what her journal comes to, over the 12 months that were counted. */
function checkFigures(findings: Findings, { tenantId, objects, memberFigures }: TenantEvidence): void {
  const stored = new Map(memberFigures.map((row) => [row.memberId, row]));
  for (const { kind, objectId, journal } of objects) {
    if (kind !== 'account') continue;
    const name = `member_figures ${objectId}`;
    const found = stored.get(objectId);
    if (found === undefined) {
      findings.expect(name, 'is in Postgres', true, false);
      continue;
    }
    const folded = foldJournal({ kind, tenantId, objectId }, journal);
    const figures = figuresOf(journal, folded, found.spentSinceMs);
    findings.expectFields(name, 'as the journal comes to', figures, found);
  }
}

/** The log holds more than what objects did; of that it must hold every line, as its row tells it. */
function checkActs(findings: Findings, { tenantId, objects, auditLog }: TenantEvidence): void {
  const lines = new Map(auditLog.map((line) => [line.id, line]));
  for (const { kind, objectId, journal } of objects)
    for (const row of journal) {
      const act = actOf({ kind, tenantId, objectId }, row);
      if (act === null) continue;
      const name = `${nameOf(tenantId, { kind, objectId })}, row ${row.seq}`;
      const found = lines.get(act.id);
      if (found) findings.expectFields(name, 'its line in the audit log', { tenantId, ...act }, found);
      else findings.expect(name, 'stands in the audit log', true, false);
    }
}

function compareTable<Key extends object>(
  findings: Findings,
  table: string,
  folded: readonly Key[],
  stored: readonly Key[],
  keyOf: (row: Key) => string,
): void {
  const left = new Map(stored.map((row) => [keyOf(row), row]));
  for (const expected of folded) {
    const key = keyOf(expected);
    const found = left.get(key);
    left.delete(key);
    if (found) findings.expectFields(`${table} ${key}`, 'as the fold of the journals', expected, found);
    else findings.expect(`${table} ${key}`, 'is in Postgres', true, false);
  }
  for (const key of left.keys()) findings.expect(`${table} ${key}`, 'is in no journal', null, key);
}
