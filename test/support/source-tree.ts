import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export const ROOT_FOLDER = join(import.meta.dirname, '..', '..');

/** Every file that belongs to the project, committed or about to be, by its path from the root. */
export function projectFiles(): string[] {
  const listing = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT_FOLDER,
    encoding: 'utf8',
  });
  return [...new Set(listing.split('\n'))].filter((path) => path && existsSync(join(ROOT_FOLDER, path)));
}

export const read = (path: string) => readFileSync(join(ROOT_FOLDER, path), 'utf8');

export type Import = { from: string; to: string; typeOnly: boolean };

// Biome's formatting makes these safe: a statement starts its line and quotes are single.
const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

/** What a file imports: ours by path from the root, packages by name. */
export function importsOf(path: string, text = read(path)): Import[] {
  const resolve = (to: string) => (to.startsWith('.') ? normalize(join(dirname(path), to)) : to);
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, to]) => ({
      from: path,
      to: resolve(to ?? ''),
      typeOnly: type !== undefined,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, to]) => ({ from: path, to: resolve(to ?? ''), typeOnly: false })),
  ];
}
