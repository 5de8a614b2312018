import { findChainBreak } from '../../domain/chain.ts';
import { Findings } from '../compare.ts';
import { type Finding, nameOf, type TenantEvidence } from '../evidence.ts';

/** I9: every journal chains from its object's own beginning to the head that the object names. */
export function checkChains(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I9');
  const { tenantId } = evidence;
  for (const { kind, objectId, journal, state } of evidence.objects) {
    const object = nameOf(tenantId, { kind, objectId });
    const broken = findChainBreak({ kind, tenantId, objectId, epoch: state.epoch }, journal);
    findings.expect(object, 'the journal chains', null, broken);
    const last = journal.at(-1);
    findings.expect(object, 'number of the last row', state.headSeq, last?.seq ?? 0);
    if (last) findings.expect(object, 'hash of the last row', state.headHash, last.hash);
  }
  return findings.all;
}
