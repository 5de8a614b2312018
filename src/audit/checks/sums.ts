import { entryOf } from '../../domain/fold/projected.ts';
import { Findings, sumOf } from '../compare.ts';
import { type AccountEvidence, accountsOf, type Finding, nameOf, type TenantEvidence } from '../evidence.ts';

/**
 * I1: balance = Σ entries = Σ lot.remaining − debt; a hold only raises lot.held ≤ lot.remaining;
 * available = Σ matured unexpired (remaining − held) − debt; total = available + pending + held.
 */
export function checkSums(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I1');
  for (const account of accountsOf(evidence)) {
    const object = nameOf(evidence.tenantId, account);
    checkEntries(findings, object, account);
    checkLots(findings, object, account);
    checkBalances(findings, object, account);
  }
  return findings.all;
}

function checkEntries(findings: Findings, object: string, { journal, state }: AccountEvidence): void {
  let balance = 0;
  for (const row of journal) {
    const entry = entryOf(row);
    if (entry === null) continue;
    balance += entry.points;
    findings.expect(object, `balance after row ${row.seq}`, balance, entry.balanceAfter);
  }
  findings.expect(object, 'balance = Σ entries', balance, state.balances.balancePoints);
}

function checkLots(findings: Findings, object: string, { journal, state }: AccountEvidence): void {
  const { lots, holds, balances } = state;
  const remaining = sumOf(lots, (lot) => lot.remainingPoints);
  findings.expect(
    object,
    'balance = Σ lot.remaining − debt',
    remaining - balances.debtPoints,
    balances.balancePoints,
  );
  findings.expect(
    object,
    'held = Σ lot.held',
    sumOf(lots, (lot) => lot.heldPoints),
    balances.heldPoints,
  );
  const open = holds.filter((hold) => hold.state === 'pending');
  for (const lot of lots) {
    const what = `lot ${lot.lotId}`;
    const sound =
      0 <= lot.heldPoints && lot.heldPoints <= lot.remainingPoints && lot.remainingPoints <= lot.points;
    findings.expect(object, `${what}: 0 ≤ held ≤ remaining ≤ points`, true, sound);
    const pinned = sumOf(open, (hold) =>
      sumOf(
        hold.allocations.filter((part) => part.lotId === lot.lotId),
        (part) => part.points,
      ),
    );
    findings.expect(object, `${what}: held = Σ open holds`, pinned, lot.heldPoints);
    const granting = journal[lot.originSeq - 1];
    findings.expect(object, `${what}: points of the row that granted it`, granting?.body.points, lot.points);
  }
  for (const hold of holds)
    findings.expect(
      object,
      `hold ${hold.holdId}: points = Σ its lots`,
      sumOf(hold.allocations, (part) => part.points),
      hold.points,
    );
}

function checkBalances(findings: Findings, object: string, { state }: AccountEvidence): void {
  const { lots, balances, nowMs } = state;
  const free = (lot: (typeof lots)[number]) => lot.remainingPoints - lot.heldPoints;
  const matured = (lot: (typeof lots)[number]) => lot.availableAtMs !== null && lot.availableAtMs <= nowMs;
  const expired = (lot: (typeof lots)[number]) => lot.expiresAtMs !== null && lot.expiresAtMs <= nowMs;
  const pending = sumOf(
    lots.filter((lot) => !matured(lot)),
    free,
  );
  findings.expect(object, 'pending = Σ lots not matured', pending, balances.pendingPoints);
  // What is due but not written down may pay debt before it expires; written down, the sum is exact again.
  const debtMayBePaid = balances.debtPoints > 0 && lots.some((lot) => expired(lot) && free(lot) > 0);
  if (!debtMayBePaid) {
    const spendable = sumOf(
      lots.filter((lot) => matured(lot) && !expired(lot)),
      free,
    );
    findings.expect(
      object,
      'available = Σ matured unexpired (remaining − held) − debt',
      spendable - balances.debtPoints,
      balances.availablePoints,
    );
  }
  const total = balances.availablePoints + balances.pendingPoints + balances.heldPoints;
  findings.expect(object, 'total = available + pending + held', total, balances.totalPoints);
}
