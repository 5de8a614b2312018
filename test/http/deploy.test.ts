import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT_FOLDER } from '../support/source-tree.ts';

const WORKER_GZIP_KILOBYTES_MAX = 700;

test('a dry run of deploy lists every binding and a Worker of at most 700 kB', () => {
  const program = join(ROOT_FOLDER, 'scripts', 'deploy.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--dry-run'], {
    cwd: ROOT_FOLDER,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const bindings = [...stdout.matchAll(/^env\.(\w+)(?: \(.*?\))? +(.+?) *$/gm)].map(([, name, kind]) => [
    name,
    kind,
  ]);
  expect(Object.fromEntries(bindings)).toEqual({
    ACCOUNT: 'Durable Object',
    STOCK: 'Durable Object',
    JOURNAL_QUEUE: 'Queue',
    EDGE: 'KV Namespace',
    PICTURES: 'R2 Bucket',
    FALLBACK_LIMIT: 'Rate Limit',
    API_LIMIT: 'Rate Limit',
    SESSION_CALLER_LIMIT: 'Rate Limit',
    SESSION_SHOP_LIMIT: 'Rate Limit',
    VERSION: 'Worker Version Metadata',
    ASSETS: 'Assets',
    ENVIRONMENT: 'Environment Variable',
    ROOT_HOST: 'Environment Variable',
    MAIL_FROM: 'Environment Variable',
  });
  const kibibytes = Number(/gzip: ([\d.]+) KiB/.exec(stdout)?.[1]);
  expect((kibibytes * 1024) / 1000).toBeLessThanOrEqual(WORKER_GZIP_KILOBYTES_MAX);
});
