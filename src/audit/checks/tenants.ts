import { Findings } from '../compare.ts';
import { type DatabaseEvidence, type Finding, nameOf, type TenantEvidence } from '../evidence.ts';

/** Tables that the functions of schema `directory` read across shops, and nobody else. */
const RESOLVED_TABLES: readonly string[] = [
  'accounts',
  'api_keys',
  'design_schedules',
  'letters',
  'member_imports',
  'order_claims',
  'payment_accounts',
  'staff_events',
  'stocks',
  'tenants',
];

const ownOnly = (column: string) =>
  `(${column} = NULLIF(current_setting('app.tenant'::text, true), ''::text))`;

/** I8, by the database: every table holds its shops apart, and a foreign id is answered like a missing one. */
export function checkIsolation(evidence: DatabaseEvidence): Finding[] {
  const findings = new Findings('I8');
  for (const { name, kind, enabled, forced, policies } of evidence.relations) {
    const object = `table ${name}`;
    const table = name.replace(/^public\./, '');
    const own = ownOnly(table === 'tenants' ? 'id' : 'tenant_id');
    const resolver = {
      name: 'resolver',
      command: 'SELECT',
      roles: ['pointmall_resolver'],
      using: 'true',
      check: null,
    };
    const tenant = { name: 'tenant', command: 'ALL', roles: ['public'], using: own, check: own };
    findings.expect(object, 'is a plain table', 'r', kind);
    findings.expect(object, 'row-level security is on and forced', [true, true], [enabled, forced]);
    findings.expect(
      object,
      'policies',
      RESOLVED_TABLES.includes(table) ? [resolver, tenant] : [tenant],
      policies,
    );
  }
  for (const { table, tenantId } of evidence.strays)
    findings.expect(`table ${table}`, 'rows name a shop that is there', null, tenantId);
  for (const { asked, foreign, missing } of evidence.probes)
    findings.expect(asked, 'a foreign id is answered like a missing one', missing, foreign);
  return findings.all;
}

/** I8, by the shop: every object and every row that it was given is its own, and every object is registered. */
export function checkOwnership(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I8');
  const { tenantId } = evidence;
  for (const object of evidence.objects) {
    const name = nameOf(tenantId, object);
    const own =
      object.kind === 'account'
        ? { tenantId, memberId: object.objectId }
        : { tenantId, stockId: object.objectId };
    findings.expect(name, 'the object says whose it is', own, object.state.address);
    const registered = evidence.registry.some(
      ({ kind, objectId }) => kind === object.kind && objectId === object.objectId,
    );
    findings.expect(name, 'the object is registered', true, registered);
    if (object.kind === 'account')
      for (const { redemptionId, memberId } of object.state.redemptions)
        findings.expect(name, `member of redemption ${redemptionId}`, object.objectId, memberId);
  }
  for (const { kind, objectId, answer } of evidence.silent)
    findings.expect(nameOf(tenantId, { kind, objectId }), 'the object answers for itself', null, answer);
  const rows: [string, readonly { tenantId: string }[]][] = [
    ['journal_rows', evidence.journalRows],
    ['redemptions', evidence.redemptions],
    ['orders', evidence.orders],
    ['stock_levels', evidence.stockLevels],
    ['member_figures', evidence.memberFigures],
    ['counter_grants', evidence.counterGrants],
    ['counter_asks', evidence.counterAsks],
    ['member_imports', evidence.memberImports],
    ['member_import_members', evidence.memberImportMembers],
    ['member_days', evidence.memberDays],
    ['audit_log', evidence.auditLog],
  ];
  for (const [table, own] of rows) {
    const foreign = [...new Set(own.map((row) => row.tenantId))].filter((found) => found !== tenantId);
    findings.expect(`table ${table}`, `rows shown to ${tenantId} are its own`, [], foreign);
  }
  return findings.all;
}
