import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Tenant } from '../../src/context.ts';
import { continueImports } from '../../src/features/imports/continue-imports.ts';
import { getImport } from '../../src/features/imports/get-import.ts';
import { setStepped } from '../../src/features/imports/list-queries.ts';
import { undoImport } from '../../src/features/imports/undo-import.ts';
import { contextOf } from '../../src/http/services.ts';
import { begun, holds } from './import-world.ts';
import { must, openShop, type Shop } from './world.ts';

/** A run of the cron's step over the lists of these shops alone; none of `broken` can be entered. */
function run(shops: Shop[], { stepsMax = 10, broken = [] as Shop[] } = {}) {
  const [{ owner }] = shops as [Shop];
  const ids = shops.map(({ tenant }) => tenant.id);
  const importsUnderWay = async ({ sinceMs }: { sinceMs: number }) => {
    const all = await owner.directory.importsUnderWay({ sinceMs, limit: 10_000 });
    return all.filter(({ tenantId }) => ids.includes(tenantId));
  };
  const ctx = { ...owner, directory: { ...owner.directory, importsUnderWay } };
  const enter = (tenant: Tenant) => {
    if (broken.some((shop) => shop.tenant.id === tenant.id)) throw new Error('cannot be entered');
    return contextOf(env, ctx, tenant, { kind: 'system', name: 'cron' });
  };
  return continueImports({ ctx, input: { enter, limit: 10, stepsMax } });
}

const stateOf = async (shop: Shop, importId: string) =>
  must(await getImport({ ctx: shop.owner, input: { importId } })).state;

const CARDS = [
  { externalId: 'a', points: '320' },
  { externalId: 'b', points: '80' },
];

test('a list that nobody watches is brought in, and taken back, each effect once', async () => {
  const shop = await openShop();
  const importId = await begun(shop, CARDS);
  await Promise.all([run([shop]), run([shop])]);
  expect([await stateOf(shop, importId), await holds(shop, 'a'), await holds(shop, 'b')]).toEqual([
    ...['done', 320, 80],
  ]);
  must(await undoImport({ ctx: shop.owner, input: { importId } }));
  await run([shop]);
  expect(await stateOf(shop, importId)).toBe('reversed');
  expect(await run([shop])).toEqual({ found: 0, steps: 0, failed: 0 });
});

test('a list that cannot be taken on keeps no other from it, and a run ends where its steps do', async () => {
  const [bad, good] = [await openShop(), await openShop()];
  const [stuck, other] = [await begun(bad, CARDS), await begun(good, CARDS)];
  expect(await run([bad, good], { broken: [bad], stepsMax: 1 })).toMatchObject({ found: 2, steps: 1 });
  expect(await run([bad, good], { broken: [bad] })).toMatchObject({ found: 2, failed: 1 });
  expect([await stateOf(bad, stuck), await stateOf(good, other)]).toEqual(['running', 'done']);
});

test('a list that somebody takes on is left to her, and taken on once she is gone', async () => {
  const shop = await openShop();
  const importId = await begun(shop, CARDS);
  const nowMs = shop.owner.clock.nowMs();
  const taken = (atMs: number) =>
    shop.owner.db.batch(shop.tenant.id, [setStepped(shop.owner, importId, atMs)]);
  await taken(nowMs);
  const watched = await run([shop]);
  await taken(nowMs - 20_001);
  expect([watched, await run([shop]), await stateOf(shop, importId)]).toEqual([
    { found: 0, steps: 0, failed: 0 },
    { found: 1, steps: 1, failed: 0 },
    'done',
  ]);
});
