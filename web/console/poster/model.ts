import { type JoinSheet, joinPath } from '../../../src/domain/join-source.ts';
import type { Locale, LocalizedText } from '../../../src/domain/locale.ts';
import type { PointsName, Theme } from '../../../src/domain/shop.ts';
import type { TestMemberAnswer } from '../../../src/features/poster/schemas.ts';
import { besideChinese } from '../../../src/messages/beside-chinese.ts';
import { pickText } from '../../../src/messages/localized-text.ts';
import { pointsWithWord } from '../../../src/messages/points-name.ts';

/** What is printed, in words; the drawing decides only where it stands. */
export type SheetContent = {
  sheet: JoinSheet;
  locale: Locale;
  theme: Theme;
  shopName: string;
  headline: string;
  /** What joining gives, then what that buys; where it gives nothing, what members can do. */
  offer: string[];
  steps: string[];
  promise: string;
  /** The mall's address as people would type it. */
  address: string;
  joinUrl: string;
};

export type SheetPaper = { widthMm: number; heightMm: number; format: 'a4' | 'a6' };

export const SHEET_PAPERS: Record<JoinSheet, SheetPaper> = {
  poster: { widthMm: 210, heightMm: 297, format: 'a4' },
  table: { widthMm: 105, heightMm: 148, format: 'a6' },
};

/** Print resolution; below 17 million pixels, the most that a canvas has on an iPhone. */
const DOTS_PER_INCH = 300;
const MM_PER_INCH = 25.4;

export function printPixels({ widthMm, heightMm }: SheetPaper): { width: number; height: number } {
  const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * DOTS_PER_INCH);
  return { width: pixels(widthMm), height: pixels(heightMm) };
}

export type OnShelf = {
  state: string;
  published: {
    names: LocalizedText;
    current: { pointsEach: number; startsAt: string | null; endsAt: string | null };
  } | null;
  stock: { unlimited: boolean; availableUnits: number } | null;
};

/** The dearest reward that the points for joining are enough for at once, as the mall says it too. */
export function firstRewardName(
  bonus: number,
  rewards: readonly OnShelf[],
  { locale, shopLocale, nowMs }: { locale: Locale; shopLocale: Locale; nowMs: number },
): string | null {
  const within = rewards.flatMap(({ state, published, stock }) => {
    if (state !== 'live' || published === null) return [];
    if (stock !== null && !stock.unlimited && stock.availableUnits <= 0) return [];
    const { pointsEach, startsAt, endsAt } = published.current;
    const isOn =
      (startsAt === null || Date.parse(startsAt) <= nowMs) && (endsAt === null || nowMs < Date.parse(endsAt));
    const name = pickText(published.names, locale, shopLocale)?.text;
    return isOn && pointsEach <= bonus && name ? [{ name, pointsEach }] : [];
  });
  return within.toSorted((a, b) => b.pointsEach - a.pointsEach)[0]?.name ?? null;
}

export type SheetSource = {
  sheet: JoinSheet;
  locale: Locale;
  theme: Theme;
  shop: { name: string; mallUrl: string; pointsName: PointsName };
  bonus: number;
  rewardName: string | null;
  /** A link of the shop's own that leads to the mall in place of the sheet's code. */
  linkUrl?: string | null;
  /** A member can sign in by phone too. */
  words: SheetWords;
};

/** The printed words of one language, as the catalogue has them. */
export type SheetWords = (
  key:
    | 'headline'
    | 'offerPoints'
    | 'offerReward'
    | 'plain'
    | 'stepScan'
    | 'stepJoin'
    | 'stepEarn'
    | 'stepGift'
    | 'promise',
  values: { points: string; reward: string; unit: string },
) => string;

export function sheetContent(source: SheetSource): SheetContent {
  const { sheet, locale, theme, shop, bonus, rewardName, words } = source;
  const unit = shop.pointsName[locale].other;
  const reward = rewardName === null ? '' : besideChinese(rewardName, locale);
  const values = { points: pointsWithWord(shop.pointsName, locale, bonus), reward, unit };
  const gift = rewardName === null ? [] : [words('offerReward', values)];
  return {
    sheet,
    locale,
    theme,
    shopName: shop.name,
    headline: words('headline', values),
    offer: bonus > 0 ? [words('offerPoints', values), ...gift] : [words('plain', values)],
    steps: [
      words('stepScan', values),
      words('stepJoin', values),
      words(bonus > 0 ? 'stepGift' : 'stepEarn', values),
    ],
    promise: words('promise', values),
    address: new URL(shop.mallUrl).host,
    joinUrl: source.linkUrl ?? new URL(joinPath(sheet), shop.mallUrl).href,
  };
}

/** What the saved file is called; shops have names that files can't have. */
export function sheetFileName(shopName: string, title: string, extension: 'png' | 'pdf'): string {
  const safe = `${shopName} ${title}`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  return `${safe.replace(/\s+/g, '-')}.${extension}`;
}

/** A ticket is shown until this long before its end: who scans it needs a minute or two to join. */
const TICKET_LEFT_MS = 120_000;

/**
 * The answer to show when another has come: asking who has joined must not change the code under a
 * camera, so the one that is shown stays while it is good.
 */
export function keptJoin(
  shown: TestMemberAnswer | undefined,
  next: TestMemberAnswer,
  nowMs: number,
): TestMemberAnswer {
  const isGood = shown?.join && next.join && shown.join.untilMs - nowMs > TICKET_LEFT_MS;
  // Removed and back at the beginning: codes of the turn before are used up.
  return isGood ? { ...next, join: shown.join } : next;
}
