import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { hosts } from '../../src/app.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { setPicture } from '../../src/features/catalogue/set-picture.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { must, newKey, openShop, type Shop, shelve } from './world.ts';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><title>碗</title><path d="M0 0h9v9z"/></svg>';

async function fetchFrom(shop: Shop, path: string) {
  const execution = createExecutionContext();
  const request = new Request(`http://${shop.tenant.slug}.localhost:8787${path}`);
  const response = await hosts.mall.fetch(request, env, execution);
  await waitOnExecutionContext(execution);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function publishedPicture(shop: Shop, bytes: Uint8Array): Promise<string> {
  const rewardId = (await shelve(shop)).reward.id;
  must(await setPicture({ ctx: shop.owner, input: { rewardId, bytes, key: newKey() } }));
  must(await publishReward({ ctx: shop.owner, input: { rewardId, key: newKey() } }));
  return (await readManifest(shop.owner))?.rewards[0]?.pictureUrl ?? '';
}

test('a picture is served for ever under the hash of its bytes, and runs nothing', async () => {
  const shop = await openShop();
  const url = await publishedPicture(shop, new TextEncoder().encode(DRAWING));
  const served = await fetchFrom(shop, url);
  expect([served.status, served.text]).toEqual([200, DRAWING]);
  expect(url).toMatch(/^\/pictures\/[0-9a-f]{64}\.svg$/);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
});

test("another shop's picture, a missing one and a path that is none all look the same", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const foreign = await publishedPicture(other, new TextEncoder().encode(DRAWING));
  const missing = `/pictures/${'0'.repeat(64)}.png`;
  const answers = await Promise.all(
    [foreign, missing, '/pictures/x.svg'].map((path) => fetchFrom(shop, path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('what is no picture, or too large for one, is refused and the draft stays as it was', async () => {
  const shop = await openShop();
  const rewardId = (await shelve(shop)).reward.id;
  const large = new Uint8Array(10 * 1024 * 1024 + 1);
  large.set([0xff, 0xd8, 0xff]);
  for (const bytes of [new TextEncoder().encode('<html></html>'), large]) {
    const refused = await setPicture({ ctx: shop.owner, input: { rewardId, bytes, key: newKey() } });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid_input', field: 'picture' } });
  }
});
