import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { deriveTheme } from '../../src/domain/design/derive-theme.ts';
import { plainDesign } from '../../src/domain/design/design.ts';
import { type DesignBody, lookOf } from '../../src/domain/design/look.ts';
import { startingTheme } from '../../src/domain/industry.ts';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import { storePicture } from '../../src/features/catalogue/store-picture.ts';
import { getDesign } from '../../src/features/design/get-design.ts';
import { listDesignVersions } from '../../src/features/design/list-design-versions.ts';
import { publishDesign } from '../../src/features/design/publish-design.ts';
import { restoreDesign } from '../../src/features/design/restore-design.ts';
import { saveDraft } from '../../src/features/design/save-draft.ts';
import { appManifest } from '../../src/features/mall/app-manifest.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { findTenant } from '../../src/features/tenants/find-tenant.ts';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';
import { pngOf } from '../support/picture-bytes.ts';
import { must, newKey, openShop, type Shop, shelve } from './world.ts';

const STARTED_WITH = startingTheme('clothing');
const PETALS = { ...DEFAULT_POINTS_NAME, en: { one: 'petal', other: 'petals' } };

const stateOf = async (shop: Shop) => must(await getDesign({ ctx: shop.owner }));

/** Saves the draft with the parts given, as a tab that saw the draft of `seen` does. */
async function change(shop: Shop, given: Partial<DesignBody>, seen?: string) {
  const { draft, draftVersion } = await stateOf(shop);
  const { theme: _, ...content } = { ...draft, ...given };
  return saveDraft({ ctx: shop.owner, input: { ...content, draftVersion: seen ?? draftVersion } });
}

async function publish(shop: Shop, key = newKey()) {
  const { draftVersion } = await stateOf(shop);
  return publishDesign({ ctx: shop.owner, input: { key, draftVersion } });
}

const say = (shop: Shop, en: string) => change(shop, { announcement: { en } });

async function shown(shop: Shop) {
  const manifest = await readManifest(shop.owner);
  return { theme: manifest?.theme, design: manifest?.design, pointsName: manifest?.pointsName };
}

const actsOf = async (shop: Shop) =>
  must(await listAuditLog({ ctx: shop.owner, input: { cursor: null, limit: 50 } })).items.map(
    ({ action, detail }) => [action, detail],
  );

test('a shop that never opened the screen keeps the look that it began with', async () => {
  const shop = await openShop();
  expect(await shown(shop)).toEqual({
    theme: STARTED_WITH,
    design: plainDesign(STARTED_WITH),
    pointsName: DEFAULT_POINTS_NAME,
  });
  expect(await stateOf(shop)).toMatchObject({
    publishedVersion: 0,
    draft: { look: lookOf(STARTED_WITH), theme: STARTED_WITH },
  });
});

test('members see a draft when it is published, with the theme that follows from its look and the new name of the points', async () => {
  const shop = await openShop();
  const look = { ...lookOf(STARTED_WITH), main: '#FFC400' };
  must(await change(shop, { look, pointsName: PETALS, announcement: { en: 'We moved' } }));
  await shelve(shop);
  expect(await shown(shop)).toMatchObject({ theme: STARTED_WITH, pointsName: DEFAULT_POINTS_NAME });
  must(await publish(shop));
  const theme = deriveTheme(look);
  expect(await shown(shop)).toEqual({
    theme,
    design: { ...plainDesign(theme), announcement: { en: 'We moved' } },
    pointsName: PETALS,
  });
  const tenant = await findTenant({ ctx: shop.owner, input: { tenantId: shop.tenant.id } });
  expect(tenant?.pointsName).toEqual(PETALS);
});

test('of two tabs the second does not overwrite the first unseen, and the repeat of a save is none', async () => {
  const shop = await openShop();
  const { draftVersion } = await stateOf(shop);
  must(await change(shop, { announcement: { en: 'first' } }, draftVersion));
  const second = await change(shop, { announcement: { en: 'second' } }, draftVersion);
  expect(second).toMatchObject({ ok: false, refusal: { code: 'changed_elsewhere' } });
  const repeated = must(await change(shop, { announcement: { en: 'first' } }, draftVersion));
  expect(repeated.draft.announcement).toEqual({ en: 'first' });
});

test('saves at the same moment: one is kept, the others are told', async () => {
  const shop = await openShop();
  const { draftVersion } = await stateOf(shop);
  const texts = ['a', 'b', 'c'];
  const answers = await Promise.all(texts.map((en) => change(shop, { announcement: { en } }, draftVersion)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const kept = texts[answers.findIndex(({ ok }) => ok)];
  expect((await stateOf(shop)).draft.announcement).toEqual({ en: kept });
});

test('a draft that was changed after it was seen is not published', async () => {
  const shop = await openShop();
  const seen = must(await say(shop, 'seen'));
  must(await say(shop, 'not seen'));
  const input = { key: newKey(), draftVersion: seen.draftVersion };
  expect(await publishDesign({ ctx: shop.owner, input })).toMatchObject({
    refusal: { code: 'changed_elsewhere' },
  });
  expect((await stateOf(shop)).publishedVersion).toBe(0);
});

test('publishing twice under one key, or with nothing changed, makes one version', async () => {
  const shop = await openShop(null);
  const { draftVersion } = must(await say(shop, 'Hello'));
  const key = newKey();
  must(await publishDesign({ ctx: shop.owner, input: { key, draftVersion } }));
  must(await say(shop, 'Changed meanwhile'));
  must(await publishDesign({ ctx: shop.owner, input: { key, draftVersion } }));
  must(await say(shop, 'Hello'));
  must(await publish(shop));
  expect((await stateOf(shop)).publishedVersion).toBe(1);
  expect(await actsOf(shop)).toEqual([['design.publish', { version: 1, parts: ['announcement'] }]]);
});

test('a publish brings the shop’s icon as pictures that are stored, and only such', async () => {
  const shop = await openShop();
  const { draftVersion } = must(await say(shop, 'New'));
  const stranger = `${'0'.repeat(64)}.png`;
  const unknown = { 180: stranger, 192: stranger, 512: stranger };
  expect(
    await publishDesign({ ctx: shop.owner, input: { key: newKey(), draftVersion, icons: unknown } }),
  ).toMatchObject({ refusal: { code: 'invalid_input', field: 'icons.180', reason: 'not_stored' } });
  const pictureKey = must(await storePicture(shop.owner, pngOf(512, 512)));
  const icons = { 180: pictureKey, 192: pictureKey, 512: pictureKey };
  must(await publishDesign({ ctx: shop.owner, input: { key: newKey(), draftVersion, icons } }));
  const design = (await readManifest(shop.owner))?.design;
  expect(design?.icons).toEqual(icons);
  const { icons: shown } = appManifest({
    name: 'A shop',
    lang: 'en',
    colours: { page: '#ffffff' },
    barColour: '#ffffff',
    icons: design?.icons ?? null,
  });
  const pictures = shown.filter(({ type }) => type === 'image/png');
  expect(pictures.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '192x192 maskable',
    '512x512 any',
    '512x512 maskable',
  ]);
});

test('a version is restored into the draft, whole, and members see it once it is published', async () => {
  const shop = await openShop(null);
  must(await change(shop, { look: { ...lookOf(STARTED_WITH), main: '#FFC400' }, pointsName: PETALS }));
  const first = must(await publish(shop)).published;
  must(await change(shop, { look: lookOf(STARTED_WITH), pointsName: DEFAULT_POINTS_NAME }));
  const { draftVersion } = must(await publish(shop));
  const restored = must(await restoreDesign({ ctx: shop.owner, input: { version: 1, draftVersion } }));
  expect(restored.draft).toEqual(first);
  expect((await shown(shop)).theme).toEqual(STARTED_WITH);
  must(await publish(shop));
  expect(await shown(shop)).toMatchObject({ theme: first.theme, pointsName: PETALS });
  expect((await actsOf(shop)).map(([action]) => action)).toEqual([
    'design.publish',
    'design.restore',
    'design.publish',
    'design.publish',
  ]);
});

test('twenty versions are kept, the last ones', async () => {
  const shop = await openShop(null);
  for (let version = 1; version <= 22; version += 1) {
    must(await say(shop, `Version ${version}`));
    must(await publish(shop));
  }
  const kept = (await listDesignVersions({ ctx: shop.owner })).map(({ version }) => version);
  expect(kept).toEqual(Array.from({ length: 20 }, (_, place) => 22 - place));
  const { draftVersion } = await stateOf(shop);
  const gone = await restoreDesign({ ctx: shop.owner, input: { version: 2, draftVersion } });
  expect(gone).toEqual({ ok: false, refusal: { code: 'not_found' } });
});

test('shops do not see each other’s designs, nor show each other’s pictures', async () => {
  const [shop, other] = [await openShop(null), await openShop(null)];
  must(await say(other, 'Only ours'));
  must(await publish(other));
  expect((await stateOf(shop)).draft.announcement).toEqual({});
  expect(await listDesignVersions({ ctx: shop.owner })).toEqual([]);
  const bytes = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
  );
  const foreign = must(await storePicture(other.owner, bytes));
  const refused = await change(shop, { logoPictureKey: foreign });
  expect(refused).toEqual({
    ok: false,
    refusal: { code: 'invalid_input', field: 'logoPictureKey', reason: 'not_stored' },
  });
  must(await change(other, { logoPictureKey: foreign }));
  expect(await env.PICTURES.head(`${other.tenant.id}/${foreign}`)).not.toBe(null);
});
