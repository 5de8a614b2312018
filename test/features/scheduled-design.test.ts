import { env } from 'cloudflare:workers';
import { afterEach, expect, test } from 'vitest';
import type { Context, Tenant } from '../../src/context.ts';
import type { Directory } from '../../src/db/directory.ts';
import { getDesign } from '../../src/features/design/get-design.ts';
import { listDesignVersions } from '../../src/features/design/list-design-versions.ts';
import { publishDueDesigns } from '../../src/features/design/publish-due-designs.ts';
import { saveDraft } from '../../src/features/design/save-draft.ts';
import { scheduleDesign, unscheduleDesign } from '../../src/features/design/schedule-design.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { contextOf } from '../../src/http/services.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { must, newKey, openShop, type Shop } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);
const HOUR_MS = 3_600_000;

async function say(shop: Shop, en: string): Promise<string> {
  const { draft, draftVersion } = must(await getDesign({ ctx: shop.owner }));
  const { theme: _, icons: _icons, ...content } = draft;
  const input = { ...content, announcement: { en }, draftVersion };
  return must(await saveDraft({ ctx: shop.owner, input })).draftVersion;
}

const schedule = (shop: Shop, draftVersion: string, inMs: number) =>
  scheduleDesign({
    ctx: shop.owner,
    input: { key: newKey(), draftVersion, publishAtMs: shop.owner.clock.nowMs() + inMs, icons: null },
  });

/** One run of the cron's step over this shop alone; `edge` may be one that fails. */
function run({ owner, tenant }: Shop, edge: Context['edge'] = owner.edge) {
  const shopsWithDesigns: Directory['shopsWithDesigns'] = async (asked) => {
    const all = await owner.directory.shopsWithDesigns({ ...asked, limit: 10_000 });
    return all.filter(({ tenantId }) => tenantId === tenant.id);
  };
  const ctx = { ...owner, edge, directory: { ...owner.directory, shopsWithDesigns } };
  const enter = (entered: Tenant) => ({
    ...contextOf(env, ctx, entered, { kind: 'system', name: 'cron' }),
    edge,
  });
  return publishDueDesigns({ ctx, input: { enter, limit: 10 } });
}

const announced = async (shop: Shop) => (await readManifest(shop.owner))?.design?.announcement.en;
const versions = async (shop: Shop) => (await listDesignVersions({ ctx: shop.owner })).length;

test('a design is published at its moment, once, as it was when that was said, whatever was edited since', async () => {
  const shop = await openShop();
  const state = must(await schedule(shop, await say(shop, 'Winter'), HOUR_MS));
  expect(state.scheduled).toMatchObject({ byName: 'Owner', body: { announcement: { en: 'Winter' } } });
  await say(shop, 'Still thinking');
  await run(shop);
  expect([await announced(shop), await versions(shop)]).toEqual([undefined, 0]);
  pass(HOUR_MS + 10_000);
  await Promise.all([run(shop), run(shop)]);
  await run(shop);
  expect([await announced(shop), await versions(shop)]).toEqual(['Winter', 1]);
  const after = must(await getDesign({ ctx: shop.owner }));
  expect([after.scheduled, after.draft.announcement]).toEqual([null, { en: 'Still thinking' }]);
});

test('a run that is cut off before the edge has it is finished by the next, without another version', async () => {
  const shop = await openShop();
  must(await schedule(shop, await say(shop, 'Winter'), HOUR_MS));
  pass(HOUR_MS + 10_000);
  const broken = new Proxy(shop.owner.edge, {
    get: (edge, name) =>
      name === 'put' ? () => Promise.reject(new AppError('unavailable')) : Reflect.get(edge, name).bind(edge),
  });
  expect(await run(shop, broken)).toEqual({ found: 1, failed: 1 });
  pass(60_000);
  expect(await run(shop)).toEqual({ found: 1, failed: 0 });
  expect([await announced(shop), await versions(shop)]).toEqual(['Winter', 1]);
});

test('called off it is not published; another time takes the place of the first', async () => {
  const shop = await openShop();
  const draftVersion = await say(shop, 'Winter');
  must(await schedule(shop, draftVersion, HOUR_MS));
  must(await schedule(shop, draftVersion, 3 * HOUR_MS));
  pass(2 * HOUR_MS);
  await run(shop);
  expect(await versions(shop)).toBe(0);
  must(await unscheduleDesign({ ctx: shop.owner }));
  must(await unscheduleDesign({ ctx: shop.owner }));
  pass(2 * HOUR_MS);
  await run(shop);
  expect([await announced(shop), await versions(shop)]).toEqual([undefined, 0]);
});

test('a moment that is past or further than a year, and a draft that is another by now, are refused', async () => {
  const shop = await openShop();
  const draftVersion = await say(shop, 'Winter');
  for (const inMs of [-HOUR_MS, 30_000, 400 * 24 * HOUR_MS]) {
    expect(await schedule(shop, draftVersion, inMs)).toMatchObject({ refusal: { field: 'publishAtMs' } });
  }
  await say(shop, 'Summer');
  expect(await schedule(shop, draftVersion, HOUR_MS)).toMatchObject({
    refusal: { code: 'changed_elsewhere' },
  });
});
