import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { JournalMessage } from '../../src/domain/journal.ts';
import { newId } from '../../src/lib/ids.ts';
import type { ObjectAddress } from '../../src/object/address.ts';
import { Database } from '../../src/object/database.ts';
import type { Job } from '../../src/object/jobs.ts';
import { migrate } from '../../src/object/migrations.ts';
import { Opened } from '../../src/object/opened.ts';
import { OBJECT_MIGRATIONS } from '../../src/object/schema.ts';

/** A name that no object has had yet. */
export function freshAddress(): ObjectAddress {
  return { kind: 'stock', tenantId: newId('ten'), objectId: newId('rwd') };
}

/** Runs `work` inside an object that was never opened: real storage, none of our tables. */
export function inFreshObject<Result>(
  work: (state: DurableObjectState) => Result | Promise<Result>,
  address = freshAddress(),
): Promise<Result> {
  const stub = env.STOCK.getByName(`${address.tenantId}/${address.objectId}`);
  return runInDurableObject(stub, (_, state) => work(state));
}

/** A queue that keeps what it is given. */
export function recordingQueue() {
  const sent: JournalMessage[] = [];
  return {
    sent,
    send: (message: JournalMessage) => {
      sent.push(structuredClone(message));
      return Promise.resolve(undefined);
    },
  };
}

/** The machinery over real storage, without an object's class around it. */
export function openMachinery(state: DurableObjectState, address: ObjectAddress, jobs: readonly Job[] = []) {
  const database = new Database(state.storage);
  migrate(database, [OBJECT_MIGRATIONS]);
  const queue = recordingQueue();
  const reopen = () => new Opened({ database, queue, jobs }, address, 1);
  return { database, queue, opened: reopen(), reopen };
}

/** Appends rows one command each, at the given times. */
export function appendRows(opened: Opened, timesMs: readonly number[]): void {
  for (const atMs of timesMs)
    opened.write(atMs, ({ append }) => {
      append({ type: 'stock.resumed', atMs, body: { atMs } });
      return { ok: true, value: null };
    });
}
