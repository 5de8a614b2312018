import { setTimeout as pause } from 'node:timers/promises';
import type { AccountExport } from '../../src/account/contract.ts';
import type { ObjectEvidence, RegistryRow, TenantEvidence } from '../../src/audit/evidence.ts';
import type { StockExport } from '../../src/stock/contract.ts';
import { type Books, readTenant } from './postgres.ts';
import { askObject, exportJournal, exportState, mapFew, type Reach } from './reach.ts';

const POLL_MS = 250;

/** Everything known of one shop. Waits, within bounds, until every object's rows are confirmed. */
export async function collectTenant(
  reach: Reach,
  books: Books,
  tenantId: string,
  waitMs: number,
): Promise<TenantEvidence> {
  const deadlineMs = Date.now() + waitMs;
  const { registry } = await readTenant(books, tenantId);
  const found = await mapFew(registry, (registered) => readObject(reach, tenantId, registered, deadlineMs));
  // Read after the objects, so that what they had confirmed by then must be there.
  const copies = await readTenant(books, tenantId);
  return {
    ...copies,
    registry: copies.registry,
    objects: found.filter((each) => 'state' in each),
    unopened: found.filter((each) => !('state' in each)),
  };
}

async function readObject(
  reach: Reach,
  tenantId: string,
  { kind, objectId }: RegistryRow,
  deadlineMs: number,
): Promise<ObjectEvidence | { kind: RegistryRow['kind']; objectId: string }> {
  const object = { kind, tenantId, objectId };
  await waitForCursors(reach, object, deadlineMs);
  const journal = await exportJournal(reach, object).catch(() => []);
  if (kind === 'account') {
    const state = await exportState<AccountExport>(reach, object);
    return state === null ? { kind, objectId } : { kind, objectId, state, journal };
  }
  const state = await exportState<StockExport>(reach, object);
  return state === null ? { kind, objectId } : { kind, objectId, state, journal };
}

/** Touches an object that is behind, once, and then polls it: an audit must not wait for a backoff. */
async function waitForCursors(
  reach: Reach,
  object: { kind: RegistryRow['kind']; tenantId: string; objectId: string },
  deadlineMs: number,
): Promise<void> {
  for (let touched = false; ; touched = true) {
    const state = await exportState<AccountExport | StockExport>(reach, object);
    if (state === null || state.confirmedSeq >= state.headSeq || Date.now() >= deadlineMs) return;
    if (!touched) await askObject(reach, { ...object, method: 'touch' });
    await pause(POLL_MS);
  }
}
