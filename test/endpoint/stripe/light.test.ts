import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type Stripe from 'stripe';
import { expect, test } from 'vitest';
import { projectFiles, ROOT_FOLDER, read } from '../../support/source-tree.ts';

const light = pathToFileURL(join(ROOT_FOLDER, 'node_modules', '.pointmall', 'stripe.mjs')).href;

async function client() {
  const { default: Light } = (await import(light)) as { default: typeof Stripe };
  return new Light('sk_test_light') as unknown as Record<string, unknown>;
}

/** "checkout.sessions.create" for each call that the sources make. */
const called = projectFiles()
  .filter((path) => path.startsWith('src/') && path.endsWith('.ts'))
  .flatMap((path) => [...read(path).matchAll(/stripe\.((?:\w+\.)+\w+)\(/g)].map(([, call]) => call ?? ''));

test('the Stripe that is uploaded has every call that the sources make', async () => {
  const stripe = await client();
  const missing = called.filter((call) => {
    const asked = call
      .split('.')
      .reduce((at: unknown, name) => (at as Record<string, unknown>)[name], stripe);
    return typeof asked !== 'function';
  });
  expect({ missing, calls: called.length > 10 }).toEqual({ missing: [], calls: true });
});

test('what was left out says so when it is asked', async () => {
  const { customers } = (await client()) as { customers: { list(): unknown } };
  expect(() => customers.list()).toThrow('CustomerResource is not uploaded');
});
