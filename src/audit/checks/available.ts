import { Findings } from '../compare.ts';
import { accountsOf, type Finding, nameOf, type TenantEvidence } from '../evidence.ts';

/** I2: nobody has less than nothing to spend, unless points clawed back after they were spent are owed; who closed her account owes nothing. */
export function checkAvailable(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I2');
  for (const account of accountsOf(evidence)) {
    const { availablePoints, debtPoints } = account.state.balances;
    const object = nameOf(evidence.tenantId, account);
    findings.expect(object, 'debt ≥ 0', true, debtPoints >= 0);
    const isClosed = account.journal.some(({ type }) => type === 'details.erased');
    if (isClosed) findings.expect(object, 'a closed account owes nothing', 0, debtPoints);
    if (availablePoints < 0)
      findings.expect(
        object,
        'available below zero is the debt and nothing else',
        -debtPoints,
        availablePoints,
      );
  }
  return findings.all;
}
