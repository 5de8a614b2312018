import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { ROOT_FOLDER } from './build.ts';
import { fingerprintOf } from './freshness.ts';

const CACHE_FOLDER = join(ROOT_FOLDER, 'node_modules', '.cache', 'pointmall');
const PGLITE_MANIFEST = join(ROOT_FOLDER, 'node_modules', '@electric-sql', 'pglite', 'package.json');

/** Named by what it was made from: the migrations and the version of PGlite. */
function templateFile(migrationsFolder: string): string {
  const { version } = JSON.parse(readFileSync(PGLITE_MANIFEST, 'utf8')) as { version: string };
  const name = createHash('sha256')
    .update(`${version} ${fingerprintOf([migrationsFolder])}`)
    .digest('hex');
  return join(CACHE_FOLDER, `${name}.tar`);
}

/** A new, migrated database as it was made before: copying it takes a fifth of making one anew. */
export function readTemplate(migrationsFolder: string): Blob | null {
  const file = templateFile(migrationsFolder);
  return existsSync(file) ? new Blob([readFileSync(file)]) : null;
}

/** Keeps a new, migrated database for the next one; it holds no rows and no passwords. */
export async function writeTemplate(migrationsFolder: string, pglite: PGlite): Promise<void> {
  const file = templateFile(migrationsFolder);
  await pglite.exec('checkpoint');
  const content = await (await pglite.dumpDataDir('none')).arrayBuffer();
  mkdirSync(CACHE_FOLDER, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.from(content));
  renameSync(`${file}.${process.pid}`, file);
}
