import { expect, test } from 'vitest';
import { changeReward } from '../../src/features/catalogue/change-reward.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { getDesign } from '../../src/features/design/get-design.ts';
import { saveDraft } from '../../src/features/design/save-draft.ts';
import { getUnpublished } from '../../src/features/home/get-unpublished.ts';
import { must, newKey, openShop, type Shop, shelve } from './world.ts';

const unpublished = async (shop: Shop) => must(await getUnpublished({ ctx: shop.owner }));

test('changes of the design and of rewards on offer are told until they are published, of this shop alone', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { reward } = await shelve(shop);
  expect(await unpublished(shop)).toEqual({ design: 0, rewards: [] });
  const rewardId = reward.id;
  must(await changeReward({ ctx: shop.owner, input: { rewardId, pointsEach: 400, key: newKey() } }));
  const { draft, draftVersion } = must(await getDesign({ ctx: shop.owner }));
  const { theme: _theme, icons: _icons, ...content } = draft;
  const announcement = { 'zh-CN': '周末双倍' };
  must(await saveDraft({ ctx: shop.owner, input: { ...content, announcement, draftVersion } }));
  expect([await unpublished(shop), await unpublished(other)]).toEqual([
    { design: 1, rewards: [{ id: rewardId, names: { 'zh-CN': '餐具两件套', en: 'Tableware set' } }] },
    { design: 0, rewards: [] },
  ]);
  must(await publishReward({ ctx: shop.owner, input: { rewardId, key: newKey() } }));
  expect(await unpublished(shop)).toEqual({ design: 1, rewards: [] });
});
