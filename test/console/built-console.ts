import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildConsole } from './build-console.ts';

declare module 'vitest' {
  interface ProvidedContext {
    consoleFolder: string;
  }
}

/**
 * Builds the console once for all files that open it. For development: React's own warnings, such as
 * markup that browsers would mend, are faults there.
 */
export default async function buildForAll(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'pointmall-console-'));
  await buildConsole('development', folder);
  project.provide('consoleFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
