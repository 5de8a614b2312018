import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { changeReward } from '../../src/features/catalogue/change-reward.ts';
import { draftVersionOf } from '../../src/features/catalogue/draft-version.ts';
import { getReward } from '../../src/features/catalogue/get-reward.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { setRewardState } from '../../src/features/catalogue/set-reward-state.ts';
import { settleStock } from '../../src/features/catalogue/settle-stock.ts';
import { manifestKey } from '../../src/features/publication/edge-keys.ts';
import { publishMall } from '../../src/features/publication/publish-mall.ts';
import { readBands, readManifest, readReward } from '../../src/features/publication/read-mall.ts';
import { refreshBand } from '../../src/features/publication/refresh-bands.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { memberWith, must, newKey, openShop, press, type Shop, shelve } from './world.ts';

/** A shop whose database must not be asked: whatever asks fails the test. */
function withoutDatabase(ctx: Context): Context {
  const refused = () => {
    throw new Error('the database was asked');
  };
  return { ...ctx, db: { ...ctx.db, batch: refused, attempt: refused } };
}

/** Lets what isolates remember go stale. */
function forget() {
  setClockOffsetMs(clockOffsetMs() + 6_000);
}

const counting = (ctx: Context) => {
  const counted = { ...ctx, asked: 0 };
  counted.db = {
    ...ctx.db,
    batch(tenantId, queries) {
      counted.asked += 1;
      return ctx.db.batch(tenantId, queries);
    },
  };
  return counted;
};

describe('a published mall', () => {
  test('is read without the database', async () => {
    const shop = await openShop();
    const { reward } = await shelve(shop, { units: 5 });
    forget();
    const reader = withoutDatabase(shop.owner);
    const manifest = await readManifest(reader);
    const page = await readReward(reader, reward.id);
    const bands = await readBands(reader);
    expect(manifest).toMatchObject({
      tenant: { slug: shop.tenant.slug, state: 'open', currency: 'CNY' },
      programme: { current: { version: 1, baseRate: { numerator: 1, denominator: 1 } }, next: null },
      rewards: [
        { rewardId: reward.id, state: 'live', current: { priceVersion: 1, pointsEach: 500 }, next: null },
      ],
    });
    expect(page).toMatchObject({ names: { en: 'Tableware set' }, descriptions: {} });
    expect(bands[reward.id]).toBe(5);
  });

  test('that the edge lost is filled in from the database once', async () => {
    const shop = await openShop();
    const { reward } = await shelve(shop);
    const published = await readManifest(shop.owner);
    await env.EDGE.delete(manifestKey(shop.tenant.id));
    forget();
    const reader = counting(shop.owner);
    expect(await readManifest(reader)).toEqual(published);
    forget();
    expect(await readManifest(reader)).toEqual(published);
    expect(reader.asked).toBe(1);
    expect((await readReward(reader, reward.id))?.rewardId).toBe(reward.id);
  });

  test('is nothing for a shop that never published, and drafts stay out of it', async () => {
    const shop = await openShop(null);
    expect(await readManifest(shop.owner)).toBeNull();
    expect(await readReward(shop.owner, 'rwd_unknown')).toBeNull();
  });

  test('published by many at once is in the end what the database says', async () => {
    const shop = await openShop();
    await Promise.all(Array.from({ length: 4 }, () => shelve(shop)));
    const manifests = await Promise.all(Array.from({ length: 4 }, () => publishMall({ ctx: shop.owner })));
    forget();
    const seen = await readManifest(withoutDatabase(shop.owner));
    expect(seen?.version).toBe(Math.max(...manifests.map(({ version }) => version)));
    expect(seen?.rewards).toHaveLength(4);
  });
});

describe('a change of a reward', () => {
  const edit = (shop: Shop, rewardId: string, change: object) =>
    changeReward({ ctx: shop.owner, input: { rewardId, ...change, key: newKey() } });
  const publish = (shop: Shop, rewardId: string) =>
    publishReward({ ctx: shop.owner, input: { rewardId, key: newKey() } });

  test('is seen by members once it is published, and until then by staff as unpublished', async () => {
    const shop = await openShop();
    const { id } = (await shelve(shop)).reward;
    must(await edit(shop, id, { names: { en: 'Bowl and plate' }, pointsEach: 400 }));
    const before = (await readManifest(shop.owner))?.rewards[0];
    must(await publish(shop, id));
    const after = (await readManifest(shop.owner))?.rewards[0];
    expect([before?.names.en, before?.current.pointsEach]).toEqual(['Tableware set', 500]);
    expect([after?.names.en, after?.current.pointsEach, after?.next]).toEqual(['Bowl and plate', 400, null]);
  });

  test('to a worse price shows the current and the next terms, at page and gate alike', async () => {
    const shop = await openShop();
    const { id } = (await shelve(shop)).reward;
    must(await edit(shop, id, { pointsEach: 800 }));
    must(await publish(shop, id));
    const card = (await readManifest(shop.owner))?.rewards[0];
    const gate = must(await shop.owner.stocks.of(id).overview());
    expect([card?.current.pointsEach, card?.next?.pointsEach]).toEqual([500, 800]);
    expect({ current: gate.current, next: gate.next }).toEqual({ current: card?.current, next: card?.next });
  });

  test('made elsewhere meanwhile is not overwritten, and a repeat of one’s own is no change elsewhere', async () => {
    const shop = await openShop();
    const { reward } = await shelve(shop);
    const seen = draftVersionOf(reward.draft);
    const own = { rewardId: reward.id, draftVersion: seen, pointsEach: 700, key: newKey() };
    const first = must(await changeReward({ ctx: shop.owner, input: own }));
    const again = await changeReward({ ctx: shop.owner, input: own });
    const stale = await edit(shop, reward.id, { draftVersion: seen, pointsEach: 300 });
    const { reward: after } = must(await getReward({ ctx: shop.owner, input: { rewardId: reward.id } }));
    expect([first.reward.draft.pointsEach, again.ok, stale, after.draft.pointsEach]).toEqual([
      700,
      true,
      { ok: false, refusal: expect.objectContaining({ code: 'changed_elsewhere' }) },
      700,
    ]);
    const fresh = { draftVersion: draftVersionOf(after.draft), pointsEach: 300 };
    expect(must(await edit(shop, reward.id, fresh)).reward.draft.pointsEach).toBe(300);
  });

  test('published unchanged makes no price version', async () => {
    const shop = await openShop();
    const { id } = (await shelve(shop)).reward;
    const { reward } = must(await publish(shop, id));
    expect(reward.priceVersion).toBe(1);
  });

  test('of what is stopped or archived takes effect at once, and what is archived stays away', async () => {
    const shop = await openShop();
    const { id } = (await shelve(shop)).reward;
    const act = (action: 'stop' | 'resume' | 'archive') =>
      setRewardState({ ctx: shop.owner, input: { rewardId: id, action, key: newKey() } });
    const shownAs = async () => (await readManifest(shop.owner))?.rewards[0]?.state ?? null;
    const gateStopped = async () => must(await shop.owner.stocks.of(id).overview()).stopped;
    const seen: [string | null, boolean][] = [];
    for (const action of ['stop', 'resume', 'stop', 'archive'] as const) {
      must(await act(action));
      seen.push([await shownAs(), await gateStopped()]);
    }
    expect(seen).toEqual([
      ['stopped', true],
      ['live', false],
      ['stopped', true],
      [null, true],
    ]);
    expect(await act('resume')).toEqual({ ok: false, refusal: { code: 'wrong_state', state: 'archived' } });
  });

  test('that read the reward before it was stopped does not open the gate again', async () => {
    const shop = await openShop();
    const { reward } = await shelve(shop);
    const input = { rewardId: reward.id, action: 'stop' as const, key: newKey() };
    must(await setRewardState({ ctx: shop.owner, input }));
    await settleStock(shop.owner, reward);
    expect(must(await shop.owner.stocks.of(reward.id).overview()).stopped).toBe(true);
  });

  test('that was cut off before the stock heard of it is finished by the same key', async () => {
    const shop = await openShop();
    const { id } = (await shelve(shop)).reward;
    must(await edit(shop, id, { pointsEach: 400 }));
    const key = newKey();
    const broken: Context = {
      ...shop.owner,
      stocks: {
        of() {
          throw new Error('cut off');
        },
      },
    };
    await expect(publishReward({ ctx: broken, input: { rewardId: id, key } })).rejects.toThrow('cut off');
    must(await publishReward({ ctx: shop.owner, input: { rewardId: id, key } }));
    const gate = must(await shop.owner.stocks.of(id).overview());
    const card = (await readManifest(shop.owner))?.rewards[0];
    expect([gate.current?.pointsEach, card?.current.pointsEach]).toEqual([400, 400]);
  });

  test('that part of its price may be paid in cash is at page and gate alike', async () => {
    const shop = await openShop();
    const { id } = (await shelve(shop, { mix: { pointsMin: 200, cashMinor: 3_000 } })).reward;
    const mix = {
      currency: 'CNY',
      pointsMin: 200,
      cashPerPoint: { numerator: 3_000, denominator: 300 },
    };
    const card = (await readManifest(shop.owner))?.rewards[0];
    const gate = must(await shop.owner.stocks.of(id).overview());
    expect([card?.current.mix, gate.current?.mix]).toEqual([mix, mix]);
  });

  test('with least points that are the whole price cannot be published', async () => {
    const shop = await openShop();
    const mix = { pointsMin: 500, cashMinor: 3_000 };
    await expect(shelve(shop, { mix })).rejects.toThrow('mix.pointsMin');
  });

  test('without a name or a price cannot be published', async () => {
    const shop = await openShop();
    await expect(shelve(shop, { pointsEach: null })).rejects.toThrow('pointsEach');
    await expect(shelve(shop, { names: {} })).rejects.toThrow('names');
  });

  test("is another shop's own: its reward looks like none", async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const { id } = (await shelve(other)).reward;
    const notFound = { ok: false, refusal: { code: 'not_found' } };
    expect(await getReward({ ctx: shop.owner, input: { rewardId: id } })).toEqual(notFound);
    expect(await edit(shop, id, { pointsEach: 1 })).toEqual(notFound);
    expect(await publish(shop, id)).toEqual(notFound);
    expect(await readReward(shop.owner, id)).toBeNull();
  });
});

test('the band of a reward follows its units', async () => {
  const shop = await openShop();
  const reward = await shelve(shop, { units: 4 });
  const { id } = reward.reward;
  const bands: unknown[] = [];
  for (let taken = 0; taken < 4; taken += 1) {
    must(await redeem({ ctx: shop.member(await memberWith(shop, 500)), input: press(reward) }));
    await refreshBand(shop.owner, id);
    bands.push((await readBands(shop.owner))[id] ?? 'in');
  }
  expect(bands).toEqual([3, 2, 1, 'out']);
});
