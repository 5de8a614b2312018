import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type ServerAddress, serverAt, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sharedServer: ServerAddress;
  }
}

/** Global set-up of the HTTP and the browser project: one server, without demo shops, for all their tests. */
export default async function startSharedServer(project: TestProject) {
  const server = await startServer();
  const { port, stateFolder, addresses } = server;
  project.provide('sharedServer', { port, stateFolder, addresses });
  return () => server.stop();
}

/** The server of the running project. Tests make shops of their own in it: it is not theirs alone. */
export const sharedServer = () => serverAt(inject('sharedServer'));
