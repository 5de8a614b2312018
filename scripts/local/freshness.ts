import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A fingerprint of what files say, not of when they were written: a fresh clone is not a change. */
export function fingerprintOf(paths: string[], ignore: (path: string) => boolean = () => false): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow)) {
    if (!ignore(path)) hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Builds only when the inputs differ from those of the last build, noted in `stamp`. */
export async function buildUnlessFresh(
  stamp: string,
  fingerprint: string,
  build: () => Promise<void>,
): Promise<'built' | 'fresh'> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return 'fresh';
  await build();
  writeFileSync(stamp, fingerprint);
  return 'built';
}
