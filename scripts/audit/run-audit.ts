import { setTimeout as pause } from 'node:timers/promises';
import { auditTenant } from '../../src/audit/audit-tenant.ts';
import { checkCashAtStripe } from '../../src/audit/checks/cash-at-stripe.ts';
import { checkIsolation } from '../../src/audit/checks/tenants.ts';
import type { DatabaseEvidence, TenantEvidence } from '../../src/audit/evidence.ts';
import type { Audit, AuditedTenant } from '../../src/audit/report.ts';
import { collectTenant } from './collect.ts';
import { type Books, findStrays, listTenants, openBooks, probeTables, readRelations } from './postgres.ts';
import { askObject, type Reach } from './reach.ts';

/** The system runs on while it is read: what a second and third look do not confirm was only under way. */
const LOOKS_MAX = 3;
const LOOK_AGAIN_AFTER_MS = 2_000;
/** The tail of an id in the right form that is never given out; always the same, so that probes leave no trail. */
const NOBODY = '00000000000000000000000000';

/** Audits every shop, or one, and what stands between shops. */
export async function runAudit(
  reach: Reach,
  { waitMs, only }: { waitMs: number; only: string | null },
): Promise<Audit> {
  const books = openBooks(reach);
  const known = await listTenants(books);
  const tenants: AuditedTenant[] = [];
  const objects: Subject[] = [];
  for (const tenantId of known.filter((each) => only === null || each === only)) {
    const { evidence, audited } = await auditOne(reach, books, tenantId, waitMs);
    tenants.push(audited);
    objects.push(...evidence.objects.slice(0, 1).map(({ kind, objectId }) => ({ kind, tenantId, objectId })));
  }
  const relations = await readRelations(books);
  const database: DatabaseEvidence = {
    relations,
    strays: await findStrays(books, relations, known),
    probes: await probe(reach, books, relations, known, objects),
  };
  return {
    tenants,
    database: {
      relations: relations.length,
      probes: database.probes.length,
      findings: checkIsolation(database),
    },
  };
}

type Subject = { kind: 'account' | 'stock'; tenantId: string; objectId: string };

async function auditOne(
  reach: Reach,
  books: Books,
  tenantId: string,
  waitMs: number,
): Promise<{ evidence: TenantEvidence; audited: AuditedTenant }> {
  for (let look = 1; ; look += 1) {
    const evidence = await collectTenant(reach, books, tenantId, look === 1 ? waitMs : LOOK_AGAIN_AFTER_MS);
    const findings = auditTenant(evidence);
    if (findings.length > 0 && look < LOOKS_MAX) {
      await pause(LOOK_AGAIN_AFTER_MS);
      continue;
    }
    const { objects, name } = evidence;
    const accounts = objects.filter(({ kind }) => kind === 'account').length;
    const rows = objects.reduce((sum, { journal }) => sum + journal.length, 0);
    return {
      evidence,
      audited: {
        ...{ tenantId, name, accounts, stocks: objects.length - accounts, rows, findings },
        cash: checkCashAtStripe(evidence).figures,
      },
    };
  }
}

/** Asks, as each shop, about the next one's ids and about ids that are nobody's: both must sound the same. */
async function probe(
  reach: Reach,
  books: Books,
  relations: DatabaseEvidence['relations'],
  known: readonly string[],
  objects: readonly Subject[],
): Promise<DatabaseEvidence['probes']> {
  const probes: DatabaseEvidence['probes'] = [];
  for (const [index, tenantId] of known.entries()) {
    const neighbour = known[(index + 1) % known.length];
    if (neighbour === undefined || neighbour === tenantId) continue;
    const missing = `ten_${NOBODY}`;
    probes.push(...(await probeTables(books, relations, { tenantId, foreign: neighbour, missing })));
    for (const { kind, objectId } of objects.filter((each) => each.tenantId === neighbour)) {
      const ask = (id: string) => askObject(reach, { kind, tenantId, objectId: id, method: 'exportState' });
      const nobodys = `${objectId.slice(0, 4)}${NOBODY}`;
      probes.push({
        asked: `${kind} ${objectId} of ${neighbour} as ${tenantId}`,
        foreign: await ask(objectId),
        missing: await ask(nobodys),
      });
    }
  }
  return probes;
}
