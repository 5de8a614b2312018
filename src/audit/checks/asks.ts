import { isAskedFor } from '../../domain/counter-ask.ts';
import { Findings } from '../compare.ts';
import { accountsOf, type Finding, type TenantEvidence } from '../evidence.ts';

/**
 * I3: what a member confirmed at the counter was redeemed once, as she was asked; what she did not confirm,
 * or not in time, was not. A confirmation that was cut off before her account heard of it came to nothing,
 * and is none. Of two at once one may have been refused what the other had got.
 */
export function checkAsks(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I3');
  const accounts = new Map(accountsOf(evidence).map(({ objectId, state }) => [objectId, state.redemptions]));
  for (const ask of evidence.counterAsks) {
    const { id, memberId, redemptionId, state, answeredAtMs, expiresAtMs } = ask;
    const name = `counter_asks ${id}`;
    const isAnswered = state === 'confirmed' || state === 'refused' || state === 'declined';
    if (isAnswered)
      findings.expect(name, 'answered in time', true, answeredAtMs !== null && answeredAtMs < expiresAtMs);
    const named = (accounts.get(memberId) ?? []).filter((each) => each.redemptionId === redemptionId);
    if (state === 'confirmed')
      findings.expect(
        name,
        'redeemed is what was confirmed',
        [],
        named.filter((each) => !isAskedFor(ask, each)).map((each) => each.redemptionId),
      );
    else if (state !== 'refused')
      findings.expect(
        name,
        'redeemed without her confirmation',
        [],
        named.filter((each) => isAskedFor(ask, each)).map((each) => each.redemptionId),
      );
  }
  return findings.all;
}
