import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { onboardingOf } from '../../src/domain/onboarding/onboarding.ts';
import { openingOf } from '../../src/domain/onboarding/opening.ts';
import { planOf } from '../../src/domain/onboarding/plan.ts';
import { newBrowser, read } from './browser.ts';
import { newShop, owner, signedUp, unique } from './merchant.ts';

const SHOP = { industry: 'clothing', currency: 'CNY', locale: 'zh-CN' } as const;
type Asked = { browser: Awaited<ReturnType<typeof owner>>['browser'] };

async function openingFor({ browser }: Asked) {
  const { draftVersion } = (await read(await browser.send('/api/design'))).body;
  const present = { hasProgramme: false, rewards: [], designDraftVersion: String(draftVersion) };
  return openingOf(planOf(onboardingOf(null), SHOP), {}, present);
}
const send = async ({ browser }: Asked, json: object) =>
  read(await browser.send('/api/onboarding/open', { method: 'POST', json }));
async function shelfOf({ browser }: Asked) {
  const { items } = (await read(await browser.send('/api/rewards'))).body as unknown as {
    items: { id: string; state: string; draft: { names: { en: string }; units: number | null } }[];
  };
  return items.map(({ state, draft }) => `${draft.names.en} ${draft.units} ${state}`);
}
const DEFAULT_SHELF = [
  '¥10 off null live',
  '¥30 off ¥150 null live',
  'Linen hair ties ×3 200 live',
  'One alteration 60 draft',
  'Tableware set 80 live',
  'Canvas tote 120 draft',
];

describe('opening', () => {
  test('writes the shelf, the rules and the look, and then opens the door', async () => {
    const lin = await owner({ open: false });
    const opened = await send(lin, await openingFor(lin));
    expect([opened.status, opened.body.state]).toEqual([200, 'open']);
    expect(await shelfOf(lin)).toEqual(DEFAULT_SHELF);
    const { live } = (await read(await lin.browser.send('/api/programme'))).body as { live: object };
    expect(live).toMatchObject({ version: 1, signUpBonus: 100, daysUntilEntry: 0 });
    expect((await newBrowser(`${lin.slug}.localhost:8787`).send('/')).status).toBe(200);
  });

  test('sent twice at once, and again, is one shelf and one set of rules', async () => {
    const lin = await owner({ open: false });
    const opening = await openingFor(lin);
    await Promise.all([send(lin, opening), send(lin, opening)]);
    expect((await send(lin, opening)).status).toBe(200);
    expect(await shelfOf(lin)).toEqual(DEFAULT_SHELF);
    const { items } = (await read(await lin.browser.send('/api/programme/versions'))).body;
    expect((items as unknown[]).length).toBe(1);
  });

  test('cut off half-way leaves a shop that is not open, and goes on from there by what is said now', async () => {
    const lin = await owner({ open: false });
    const opening = await openingFor(lin);
    const [first, second] = opening.rewards;
    // The second reward can't be published: everything after it is not reached.
    const broken = { ...second, fields: { ...second?.fields, pointsEach: null } };
    const stopped = await send(lin, { ...opening, rewards: [first, broken, ...opening.rewards.slice(2)] });
    expect(stopped.status).toBe(400);
    expect((await read(await lin.browser.send('/api/tenant'))).body.state).toBe('building');
    expect(await shelfOf(lin)).toEqual(['¥10 off null live', '¥30 off ¥150 null draft']);
    expect((await send(lin, opening)).body.state).toBe('open');
    expect(await shelfOf(lin)).toEqual(DEFAULT_SHELF);
  });

  test('without a proved address writes nothing', async () => {
    const lin = await signedUp();
    await lin.browser.send('/api/tenants', { json: newShop() });
    const refused = await send(lin, await openingFor(lin));
    expect([refused.body.code, await shelfOf(lin)]).toEqual(['email-unverified', []]);
  });

  test('of a shop with rules of its own keeps them', async () => {
    const lin = await owner({ open: false });
    const rules = {
      baseRate: { numerator: 2, denominator: 1 },
      daysUntilEntry: 3,
      expiry: { kind: 'never' },
    };
    await lin.browser.send('/api/programme', { method: 'PUT', json: rules });
    await send(lin, { ...(await openingFor(lin)), rewards: [] });
    const { live } = (await read(await lin.browser.send('/api/programme'))).body as { live: object };
    expect(live).toMatchObject({ version: 1, baseRate: rules.baseRate, daysUntilEntry: 3 });
  });
});

describe('the steps', () => {
  test('are kept part by part: what is not named stays, on whichever device it was said', async () => {
    const { browser } = await owner({ open: false });
    const tell = (json: object) => browser.send('/api/onboarding', { method: 'PATCH', json });
    await tell({ goal: 'grow', step: 'business', marginPercent: 40 });
    await tell({ step: 'rewards', picks: { tote: { ticked: true, units: 5 } } });
    expect((await read(await browser.send('/api/onboarding'))).body).toEqual({
      goal: 'grow',
      step: 'rewards',
      averageOrderMinor: null,
      marginPercent: 40,
      picks: { tote: { ticked: true, units: 5 } },
      sample: null,
    });
    expect((await read(await browser.send('/api/me'))).body.tenant).toMatchObject({ goal: 'grow' });
  });

  test('give a shop the look of its industry for as long as it is not open', async () => {
    const { browser } = await owner({ open: false });
    await browser.send('/api/tenant', { method: 'PATCH', json: { industry: 'beauty' } });
    const { published } = (await read(await browser.send('/api/design'))).body as {
      published: { look: { layout: string } };
    };
    expect(published.look.layout).toBe('soft');
  });
});

describe('the address of a mall that is not open', () => {
  const move = async ({ browser }: Asked, slug: string) =>
    read(await browser.send('/api/tenant/slug', { method: 'PUT', json: { slug } }));

  test('moves with all that goes by it, and the old one is free again', async () => {
    const lin = await owner({ open: false });
    const slug = `moved-${unique()}`;
    expect((await move(lin, slug)).body).toMatchObject({ slug, mallUrl: `http://${slug}.localhost:8787/` });
    expect((await move(lin, slug)).status).toBe(200);
    expect(await env.EDGE.get(`host:${lin.slug}`)).toBe(null);
    expect((await newBrowser(`${lin.slug}.localhost:8787`).send('/')).status).toBe(404);
    expect((await read(await lin.browser.send(`/api/slugs/${lin.slug}`))).body.free).toBe(true);
    expect((await read(await lin.browser.send('/api/me'))).body.tenant).toMatchObject({ slug });
    await lin.browser.send('/api/tenant/open', { method: 'POST' });
    expect((await newBrowser(`${slug}.localhost:8787`).send('/')).status).toBe(200);
  });

  test('is not another shop’s, and stays once the mall is open', async () => {
    const [lin, mo] = [await owner(), await owner({ open: false })];
    expect((await move(mo, lin.slug)).body.code).toBe('slug-taken');
    expect((await move(mo, 'console')).body.code).toBe('slug-reserved');
    expect((await move(mo, 'a--b')).status).toBe(400);
    expect((await move(lin, `moved-${unique()}`)).body).toMatchObject({ reason: 'fixed_once_open' });
    expect((await read(await mo.browser.send('/api/me'))).body.tenant).toMatchObject({ slug: mo.slug });
  });
});
