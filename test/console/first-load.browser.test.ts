import { expect, test } from 'vitest';
import { FIRST_LOAD_MAX_BYTES, firstLoadBytes } from '../../web/first-load.ts';
import { buildConsole } from './build-console.ts';

test('a first visit loads at most 350 kB', async () => {
  const firstLoad = firstLoadBytes(await buildConsole('production'));
  console.log(`first load of the console: ${(firstLoad / 1000).toFixed(1)} kB gzip`);
  expect(firstLoad).toBeGreaterThan(100_000);
  expect(firstLoad).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES);
});
