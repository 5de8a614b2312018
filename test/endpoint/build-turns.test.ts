import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { alone } from '../../scripts/local/alone.ts';
import { buildUnlessFresh } from '../../scripts/local/freshness.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('two starts at once in a tree that is not built build it once, one after the other', async () => {
  const folder = emptyFolder();
  const half = join(folder, 'half');
  const build = async () => {
    if (existsSync(half)) throw new Error('built over the other');
    writeFileSync(half, '');
    for (let step = 0; step < 100; step += 1) await turn();
    rmSync(half);
  };
  const start = () =>
    alone(join(folder, '.lock'), () => buildUnlessFresh(join(folder, '.built'), 'inputs', build));

  const outcomes = await Promise.all([start(), start()]);

  expect(outcomes.sort()).toEqual(['built', 'fresh']);
});

test('a build that fails lets the next start try', async () => {
  const lock = join(emptyFolder(), '.lock');
  const failing = alone(lock, () => Promise.reject(new Error('no room')));
  await expect(failing).rejects.toThrow('no room');
  expect(await alone(lock, async () => 'built')).toBe('built');
});
