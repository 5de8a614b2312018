import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptGrant, SeenMember } from './kept-grant.ts';
import { SEEN_FOR_MS } from './kept-grant.ts';

interface CounterStore extends DBSchema {
  grants: { key: string; value: KeptGrant; indexes: { owner: string } };
  seen: { key: string; value: SeenMember; indexes: { owner: string } };
}

let opened: Promise<IDBPDatabase<CounterStore>> | null = null;

/** The device's own storage; a browser that has none refuses, and what was rung up stays on the screen. */
function store(): Promise<IDBPDatabase<CounterStore>> {
  opened ??= openDB<CounterStore>('pointmall-counter', 1, {
    upgrade(database) {
      database.createObjectStore('grants', { keyPath: 'key' }).createIndex('owner', 'owner');
      database.createObjectStore('seen', { keyPath: 'id' }).createIndex('owner', 'owner');
    },
  }).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** This clerk's grants that wait, the oldest first. */
export async function keptGrants(owner: string): Promise<KeptGrant[]> {
  const found = await (await store()).getAllFromIndex('grants', 'owner', owner);
  return found.toSorted((one, other) => one.atMs - other.atMs);
}

/** Everybody's that wait on this device, the oldest first. */
export async function allKeptGrants(): Promise<KeptGrant[]> {
  const found = await (await store()).getAll('grants');
  return found.toSorted((one, other) => one.atMs - other.atMs);
}

export async function keepGrant(grant: KeptGrant): Promise<void> {
  await (await store()).put('grants', grant);
}

export async function forgetGrant(key: string): Promise<void> {
  await (await store()).delete('grants', key);
}

/** Remembers whom this clerk looked up, and forgets who was looked up long ago. */
export async function rememberMember(seen: SeenMember): Promise<void> {
  const database = await store();
  await database.put('seen', seen);
  const all = await database.getAll('seen');
  const old = all.filter(({ atMs }) => seen.atMs - atMs > SEEN_FOR_MS);
  await Promise.all(old.map(({ id }) => database.delete('seen', id)));
}

export async function membersSeen(owner: string): Promise<SeenMember[]> {
  return (await store()).getAllFromIndex('seen', 'owner', owner);
}
