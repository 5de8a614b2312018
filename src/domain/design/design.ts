import type { LocalizedText } from '../locale.ts';
import type { Theme } from '../shop.ts';
import { PLAIN_POINTS_ICON, type PointsIcon } from './points-icon.ts';

/**
 * What the shop may order and hide on its home, below the member's card. A block that has nothing to
 * say is not drawn, shown or not.
 */
export const HOME_BLOCKS = ['banner', 'within_reach', 'expiring', 'rewards', 'how_it_works'] as const;
export type HomeBlock = (typeof HOME_BLOCKS)[number];

/** One picture with a line over it; shown from `startsAtMs` until `endsAtMs`, null meaning always. */
export type Banner = {
  pictureKey: string | null;
  title: LocalizedText;
  /** A path of the mall (`/rewards/…`) or an `https:` address; null leads nowhere. */
  href: string | null;
  startsAtMs: number | null;
  endsAtMs: number | null;
};

/** What stands at the foot of every page beside the shop's contact. */
type DesignFooter = {
  openingHours: LocalizedText;
  /** 备案号 or the like, as the shop has it. */
  registrationNumber: string | null;
  /** The shop's WeChat QR, a stored picture. */
  wechatPictureKey: string | null;
  mapUrl: string | null;
  links: { label: LocalizedText; href: string }[];
};

/** The shop's icon as pictures for phones, by their side in pixels: drawn by the console when it publishes. */
export type ShopIcons = { 180: string; 192: string; 512: string };

/** How a mall looks and what stands where: a draft until it is published, then part of the manifest. */
export type Design = {
  theme: Theme;
  /** The shop's own mark, a stored picture: also favicon and home-screen icon. */
  logoPictureKey: string | null;
  /** Of a published design; absent or null: phones make do with the drawing. */
  icons?: ShopIcons | null | undefined;
  /** Stands beside figures of points; absent in what an earlier release stored. */
  pointsIcon?: PointsIcon | undefined;
  /** One line above every page; empty says nothing. */
  announcement: LocalizedText;
  /** Three at most. */
  banners: Banner[];
  /** Every block once, in the order of the page. */
  blocks: { block: HomeBlock; shown: boolean }[];
  rulesIntro: LocalizedText;
  footer: DesignFooter;
};

/** The design of a shop that has chosen nothing but its look. */
export function plainDesign(theme: Theme): Design {
  return {
    theme,
    logoPictureKey: null,
    pointsIcon: PLAIN_POINTS_ICON,
    announcement: {},
    banners: [],
    blocks: HOME_BLOCKS.map((block) => ({ block, shown: true })),
    rulesIntro: {},
    footer: { openingHours: {}, registrationNumber: null, wechatPictureKey: null, mapUrl: null, links: [] },
  };
}

/** The blocks of a design that was stored before there were all of them: what is new stands last. */
export function withEveryBlock(blocks: Design['blocks']): Design['blocks'] {
  const known = new Set(blocks.map(({ block }) => block));
  const missing = HOME_BLOCKS.filter((block) => !known.has(block));
  return [...blocks, ...missing.map((block) => ({ block, shown: true }))];
}
