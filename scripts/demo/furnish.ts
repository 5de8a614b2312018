import { readFileSync } from 'node:fs';
import { HOME_BLOCKS } from '../../src/domain/design/design.ts';
import { lookOf } from '../../src/domain/design/look.ts';
import type { PointsIcon } from '../../src/domain/design/points-icon.ts';
import { startingTheme } from '../../src/domain/industry.ts';
import type { Template, TemplateReward } from '../../src/domain/template/template.ts';
import type { RewardAnswer } from '../../src/features/catalogue/schemas.ts';
import type { DesignAnswer, SaveDraftInput } from '../../src/features/design/schemas.ts';
import type { DemoShop } from './shop.ts';
import type { Visitor } from './visitor.ts';

const PICTURES = new URL('../../web/pictures/', import.meta.url);
const DAY_MS = 86_400_000;
const FRIDAY = 5;
/** Eight in the evening in China and Taiwan. */
const DROP_HOUR_UTC = 12;

/** Puts the rewards on the shelf, as many as the story needs: their ids by the template's keys. */
export async function fillShelf(
  owner: Visitor,
  shop: DemoShop,
  { rewards, nowMs }: { rewards: readonly TemplateReward[]; nowMs: number },
): Promise<Record<string, string>> {
  const rewardIds: Record<string, string> = {};
  for (const reward of rewards) {
    const startsAt = reward.key === shop.drop ? nextFridayEvening(nowMs) : null;
    rewardIds[reward.key] = await shelve(owner, reward, { startsAt, key: `demo-${shop.slug}-${reward.key}` });
  }
  return rewardIds;
}

async function shelve(
  owner: Visitor,
  { key: _, picture, suggested: _suggested, ticked: _ticked, ...fields }: TemplateReward,
  { startsAt, key }: { startsAt: string | null; key: string },
): Promise<string> {
  const json = { ...fields, startsAt };
  const { id } = await owner.ask<RewardAnswer>('/api/rewards', { json, key: `${key}-save` });
  const bytes = readFileSync(new URL(picture, PICTURES));
  await owner.ask(`/api/rewards/${id}/picture`, { method: 'PUT', bytes, key: `${key}-picture` });
  await owner.ask(`/api/rewards/${id}/publish`, { method: 'POST', key: `${key}-publish` });
  return id;
}

/** The look, the mark, a banner and the words of the mall, published. */
export async function design(owner: Visitor, shop: DemoShop, template: Template): Promise<void> {
  const { draftVersion } = await owner.ask<DesignAnswer>('/api/design');
  const stored = async (file: string) => {
    const bytes = readFileSync(new URL(`${folderOf(template)}/${file}`, PICTURES));
    const key = `demo-${shop.slug}-${file}`;
    return (await owner.ask<{ pictureKey: string }>('/api/pictures', { method: 'POST', bytes, key }))
      .pictureKey;
  };
  const json: SaveDraftInput = {
    draftVersion,
    look: lookOf(startingTheme(shop.industry)),
    logoPictureKey: await stored('mark.svg'),
    pointsName: template.pointsName,
    banners: [
      {
        pictureKey: await stored('banner.svg'),
        title: shop.words.banner,
        href: null,
        startsAtMs: null,
        endsAtMs: null,
      },
    ],
    blocks: HOME_BLOCKS.map((block) => ({ block, shown: true })),
    footer: {
      openingHours: shop.words.openingHours,
      registrationNumber: shop.registrationNumber,
      wechatPictureKey: null,
      mapUrl: null,
      links: [],
    },
    rulesIntro: {},
    announcement: shop.words.announcement,
    pointsIcon: POINTS_ICONS[shop.slug] ?? 'star',
  };
  const saved = await owner.ask<DesignAnswer>('/api/design/draft', {
    method: 'PUT',
    json,
    key: `demo-${shop.slug}-design`,
  });
  await owner.ask('/api/design/publish', {
    json: { draftVersion: saved.draftVersion },
    key: `demo-${shop.slug}-design-publish`,
  });
}

/** What their words for points call to mind. */
const POINTS_ICONS: Readonly<Record<string, PointsIcon>> = {
  mianyu: 'leaf',
  mutang: 'petal',
  lamplight: 'lamp',
};

const folderOf = ({ rewards }: Template) => rewards[0]?.picture.split('/')[0] ?? '';

/** Counts the shelf anew where units have gone without a redemption. */
export async function countDown(
  owner: Visitor,
  shop: DemoShop,
  rewardIds: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [reward, left] of Object.entries(shop.nearlyGone)) {
    const rewardId = rewardIds[reward];
    if (!rewardId) continue;
    const { stock } = await owner.ask<RewardAnswer>(`/api/rewards/${rewardId}`);
    const delta = left - (stock?.availableUnits ?? left);
    const key = `demo-${shop.slug}-${reward}-count`;
    if (delta !== 0) await owner.ask(`/api/rewards/${rewardId}/units`, { json: { delta }, key });
  }
}

function nextFridayEvening(nowMs: number): string {
  const evening = new Date(nowMs);
  evening.setUTCHours(DROP_HOUR_UTC, 0, 0, 0);
  const ahead = (FRIDAY - evening.getUTCDay() + 7) % 7 || 7;
  return new Date(evening.getTime() + ahead * DAY_MS).toISOString();
}
