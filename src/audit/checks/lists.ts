import { lotsOfImport, reversedImportOf } from '../../domain/ledger/reverse-import.ts';
import { Findings, sumOf } from '../compare.ts';
import { type AccountEvidence, accountsOf, type Finding, type TenantEvidence } from '../evidence.ts';

type List = TenantEvidence['memberImports'][number];
type Listed = TenantEvidence['memberImportMembers'][number];
type Journal = AccountEvidence['journal'];

/**
 * I3: what a list of older members says that it brought each of them, and that went back with it, is what
 * their journals say; its own figures are the sums of that; and no journal tells of a list that does not
 * name its member.
 */
export function checkLists(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I3');
  const journals = new Map(accountsOf(evidence).map(({ objectId, journal }) => [objectId, journal]));
  const silent = new Set(evidence.silent.map(({ objectId }) => objectId));
  const lists = new Map(evidence.memberImports.map((list) => [list.id, list]));
  const fates = new Map(evidence.memberImportRows.map((row) => [nameOf(row.importId, row.row), row.state]));
  const named = new Set<string>();
  for (const listed of evidence.memberImportMembers) {
    const { importId, memberId, row } = listed;
    named.add(nameOf(importId, memberId));
    const list = lists.get(importId);
    const about = `member_import_members ${importId} ${memberId}`;
    if (list === undefined) findings.expect(about, 'its list is there', true, false);
    else if (!silent.has(memberId)) {
      const isTaken = row !== null && fates.get(nameOf(importId, row)) === 'taken';
      checkListed(findings, about, { list, listed, isTaken, journal: journals.get(memberId) ?? [] });
    }
  }
  for (const [memberId, journal] of journals)
    for (const importId of new Set(journal.map(({ body }) => String(body.importBatchId))))
      if (lists.has(importId) && !named.has(nameOf(importId, memberId)))
        findings.expect(`member_import_members ${importId} ${memberId}`, 'is there', true, false);
  for (const list of lists.values()) checkFigures(findings, evidence, list, fates);
  return findings.all;
}

const nameOf = (importId: string, of: string | number) => `${importId}/${of}`;

function checkListed(
  findings: Findings,
  about: string,
  { list, listed, isTaken, journal }: { list: List; listed: Listed; isTaken: boolean; journal: Journal },
): void {
  const own = journal.filter(({ body }) => body.importBatchId === list.id);
  const lines = own.filter(({ body }) => isFrom(body, 'import'));
  const broughtPoints = sumOf(
    lines.filter(({ type }) => type === 'points.earned'),
    ({ body }) => Number(body.points),
  );
  // A row that was under way when its list was taken back has had its effect or not; it went back either way.
  if (isTaken || (list.source === 'file' && list.state === 'done'))
    findings.expect(about, 'points brought', broughtPoints, isTaken ? listed.points : 0);
  const reversal = own.find(({ body }) => isFrom(body, 'import_reversal'));
  const { takenPoints, lapsedPoints, owedPoints, writtenOffPoints, closed } = listed;
  const told = { takenPoints, lapsedPoints, owedPoints, writtenOffPoints };
  if (listed.state === 'in') {
    const mayBeOut = list.state === 'reversing';
    if (!mayBeOut)
      findings.expect(
        about,
        'stands with its list',
        [false, false],
        [list.state === 'reversed', reversal !== undefined],
      );
    return;
  }
  if (reversal === undefined) {
    findings.expect(about, 'went back', true, false);
    return;
  }
  const wentBack = reversedImportOf(reversal);
  findings.expectFields(about, 'as it went back', wentBack, told);
  const given = sumOf(
    lotsOfImport(lines).filter(({ points }) => points > 0),
    ({ points }) => points,
  );
  const gone = wentBack.takenPoints + wentBack.lapsedPoints + wentBack.owedPoints + wentBack.writtenOffPoints;
  findings.expect(about, 'all that it brought went back', given, gone);
  if (closed)
    findings.expect(
      about,
      'closed with its list',
      true,
      journal.some(({ type }) => type === 'details.erased'),
    );
}

function isFrom(body: Journal[number]['body'], kind: string): boolean {
  return (body.source as { kind?: string } | undefined)?.kind === kind;
}

/** What stands beside a list that is through; one that came by calls counts anew only after each of them. */
function checkFigures(
  findings: Findings,
  { memberImportMembers }: TenantEvidence,
  { id, source, state, figures }: List,
  fates: ReadonlyMap<string, string>,
): void {
  if (state !== 'reversed' && !(state === 'done' && source === 'file')) return;
  const people = memberImportMembers.filter(({ importId }) => importId === id);
  const isBrought = ({ row }: Listed) => row !== null && fates.get(nameOf(id, row)) === 'taken';
  const sum = (of: (listed: Listed) => number) => sumOf(people, of);
  const counted = {
    newMembers: sum(({ joined }) => Number(joined)),
    knownMembers: sum(({ joined }) => Number(!joined)),
    points: sum((listed) => (isBrought(listed) ? listed.points : 0)),
    outMembers: sum((listed) => Number(listed.state === 'out')),
    takenPoints: sum(({ takenPoints }) => takenPoints),
    lapsedPoints: sum(({ lapsedPoints }) => lapsedPoints),
    owedPoints: sum(({ owedPoints }) => owedPoints),
    owingMembers: sum(({ owedPoints }) => Number(owedPoints > 0)),
    writtenOffPoints: sum(({ writtenOffPoints }) => writtenOffPoints),
    closedMembers: sum(({ closed }) => Number(closed)),
  };
  findings.expectFields(`member_imports ${id}`, 'as its members sum up', counted, figures);
}
