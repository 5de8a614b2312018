import { memberDaysOf } from '../../domain/fold/member-day.ts';
import { Findings } from '../compare.ts';
import { accountsOf, type Finding, type TenantEvidence } from '../evidence.ts';

/**
 * I4: the days of each member, of which the figures on a shop's Home are made, are what her journal comes
 * to, day by day; and there is no day that no journal tells of.
 */
export function checkMemberDays(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I4');
  const { tenantId, timeZone, memberDays } = evidence;
  const nameOf = (memberId: string, day: string) => `member_days ${memberId} ${day}`;
  const stored = new Map(memberDays.map((row) => [nameOf(row.memberId, row.day), row]));
  for (const { kind, objectId, journal } of accountsOf(evidence))
    for (const [day, figures] of memberDaysOf({ kind, tenantId, objectId }, journal, timeZone)) {
      const name = nameOf(objectId, day);
      const found = stored.get(name);
      stored.delete(name);
      if (found) findings.expectFields(name, 'as the journal comes to', figures, found);
      else findings.expect(name, 'is in Postgres', true, false);
    }
  for (const name of stored.keys()) findings.expect(name, 'is in no journal', null, name);
  return findings.all;
}
