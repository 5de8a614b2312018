import { setTimeout as pause } from 'node:timers/promises';
import type { ObjectEvidence, RegistryRow, TenantEvidence } from '../../src/audit/evidence.ts';
import { listAtStripe } from './at-stripe.ts';
import { type Books, readRegistry, readTenant, readTill } from './postgres.ts';
import {
  askObject,
  exportHead,
  exportJournal,
  exportState,
  mapFew,
  ObjectSilent,
  type Reach,
} from './reach.ts';

const POLL_MS = 250;

/** Everything known of one shop. Waits, within bounds, until every object's rows are confirmed. */
export async function collectTenant(
  reach: Reach,
  books: Books,
  tenantId: string,
  waitMs: number,
): Promise<TenantEvidence> {
  const deadlineMs = Date.now() + waitMs;
  const till = await readTill(books, tenantId);
  const registry = await readRegistry(books, tenantId);
  const found = await mapFew(registry, (registered) => readObject(reach, tenantId, registered, deadlineMs));
  // Read after the objects, so that what they had confirmed by then must be there.
  const copies = await readTenant(books, tenantId);
  const evidence: TenantEvidence = {
    ...copies,
    ...till,
    objects: [],
    unopened: [],
    silent: [],
    atStripe: null,
  };
  for (const each of found) {
    if ('state' in each) evidence.objects.push(each);
    else if ('answer' in each) evidence.silent.push(each);
    else evidence.unopened.push(each);
  }
  // Read after the objects too: what Stripe has by then and they do not know is young, or it is wrong.
  return { ...evidence, atStripe: await listAtStripe(reach, books, evidence) };
}

type Unopened = TenantEvidence['unopened'][number];
type Silent = TenantEvidence['silent'][number];

async function readObject(
  reach: Reach,
  tenantId: string,
  { kind, objectId }: RegistryRow,
  deadlineMs: number,
): Promise<ObjectEvidence | Unopened | Silent> {
  const object = { kind, tenantId, objectId };
  try {
    await waitForCursors(reach, object, deadlineMs);
    if (kind === 'account') {
      const state = await exportState(reach, { ...object, kind });
      if (state !== null) return { kind, objectId, state, journal: await exportJournal(reach, object) };
    } else {
      const state = await exportState(reach, { ...object, kind });
      if (state !== null) return { kind, objectId, state, journal: await exportJournal(reach, object) };
    }
    return { kind, objectId };
  } catch (failure) {
    // One object that cannot answer is a finding; the others' books are still worth reading.
    if (failure instanceof ObjectSilent) return { kind, objectId, answer: failure.message };
    throw failure;
  }
}

/** Touches an object that is behind, once, and then polls it: an audit must not wait for a backoff. */
async function waitForCursors(
  reach: Reach,
  object: { kind: RegistryRow['kind']; tenantId: string; objectId: string },
  deadlineMs: number,
): Promise<void> {
  for (let touched = false; ; touched = true) {
    const state = await exportHead(reach, object);
    if (state === null || state.confirmedSeq >= state.headSeq || Date.now() >= deadlineMs) return;
    if (!touched) await askObject(reach, { ...object, method: 'touch' });
    await pause(POLL_MS);
  }
}
