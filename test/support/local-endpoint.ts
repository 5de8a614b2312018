import type { TestProject } from 'vitest/node';
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

/** Global set-up of the tests that run in workerd: one embedded database for all of them. */
export default async function startLocalEndpoint(project: TestProject) {
  const database = await openTestDatabase('pglite');
  project.provide('localEndpoint', database.endpointUrl.replace(/\/sql$/, ''));
  project.provide('databaseOwnerUrl', database.ownerUrl);
  project.provide('databaseAppUrl', database.appUrl);
  project.provide('databaseAuthUrl', database.authUrl);
  return () => database.close();
}
