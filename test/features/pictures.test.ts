import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { hosts } from '../../src/app.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { setPicture } from '../../src/features/catalogue/set-picture.ts';
import { storePicture } from '../../src/features/catalogue/store-picture.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { jpegOf, pngOf, webpOf } from '../support/picture-bytes.ts';
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

describe('a picture of a file that means no good', () => {
  test.each([
    ['PNG, a phone’s screen', pngOf(1170, 2532)],
    ['JPEG, a phone’s camera, progressive', jpegOf(4032, 3024)],
    ['WebP', webpOf(960, 960)],
  ])('is stored where it is one after all: %s', async (_what, bytes) => {
    const shop = await openShop();
    expect(must(await storePicture(shop.owner, bytes))).toMatch(/^[0-9a-f]{64}\.(jpg|png|webp)$/);
  });

  test.each([
    ['a bomb of 65,535 pixels a side in 100 bytes', jpegOf(65_535, 65_535), 'picture_too_large'],
    ['a bomb as PNG', pngOf(4_294_967_295, 1_000_000), 'picture_too_large'],
    ['a bomb as WebP', webpOf(16_384, 16_384), 'picture_too_large'],
    ['more pixels than a phone holds, each side allowed', pngOf(8_000, 8_000), 'picture_too_large'],
    ['20,000 × 1', pngOf(20_000, 1), 'picture_too_small'],
    ['1 × 1', pngOf(1, 1), 'picture_too_small'],
    ['0 × 0', pngOf(0, 0), 'not_a_supported_picture'],
    ['a PNG that moves', pngOf(480, 480, { moves: true }), 'picture_moves'],
    ['a WebP that moves', webpOf(480, 480, { moves: true }), 'picture_moves'],
    ['a PNG cut off in its head', pngOf(480, 480).slice(0, 20), 'not_a_supported_picture'],
    ['a JPEG cut off before its picture', jpegOf(480, 480).slice(0, 12), 'not_a_supported_picture'],
    [
      'a JPEG whose parts have no end',
      new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff]),
      'not_a_supported_picture',
    ],
    [
      'a photo of an iPhone as HEIC',
      new TextEncoder().encode('\0\0\0\x18ftypheic'),
      'not_a_supported_picture',
    ],
    ['a GIF', new TextEncoder().encode('GIF89a'), 'not_a_supported_picture'],
    [
      'a billion laughs',
      new TextEncoder().encode(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
      ),
      'not_a_supported_picture',
    ],
  ])('is refused with its reason: %s', async (_what, bytes, reason) => {
    const shop = await openShop();
    expect(await storePicture(shop.owner, bytes)).toEqual({
      ok: false,
      refusal: { code: 'invalid_input', field: 'picture', reason },
    });
  });

  test('that is a page as well is served as the picture alone, sandboxed and never guessed at', async () => {
    const shop = await openShop();
    const url = await publishedPicture(shop, jpegOf(480, 480, '<html><script>alert(1)</script>'));
    const { headers } = await fetchFrom(shop, url);
    expect([
      headers.get('content-type'),
      headers.get('x-content-type-options'),
      headers.get('content-security-policy'),
    ]).toEqual(['image/jpeg', 'nosniff', expect.stringContaining('sandbox')]);
  });
});
