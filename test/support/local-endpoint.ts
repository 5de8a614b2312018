import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { Inbox } from '../../scripts/local/inbox.ts';
import { startServices } from '../../scripts/local/services.ts';
import { openTestDatabase } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base address of the local services; `/sql` is Neon's protocol. */
    localEndpoint: string;
    databaseOwnerUrl: string;
    databaseAppUrl: string;
    databaseAuthUrl: string;
  }
}

/** Global set-up of the tests that run in workerd: one embedded database and one inbox for all of them. */
export default async function startLocalEndpoint(project: TestProject) {
  const database = await openTestDatabase('pglite');
  const folder = mkdtempSync(join(tmpdir(), 'pointmall-inbox-'));
  const inbox = new Inbox(join(folder, 'inbox.jsonl'));
  const services = await startServices({
    database: database.database,
    inbox,
    clock: { moveTo: async () => undefined },
    port: 0,
  });
  project.provide('localEndpoint', services.url);
  project.provide('databaseOwnerUrl', database.ownerUrl);
  project.provide('databaseAppUrl', database.appUrl);
  project.provide('databaseAuthUrl', database.authUrl);
  return async () => {
    await services.stop();
    await database.close();
    rmSync(folder, { recursive: true });
  };
}
