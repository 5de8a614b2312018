import type { Banner } from '../../../src/domain/design/design.ts';
import { DESIGN_LIMITS } from '../../../src/domain/design/design-limits.ts';
import { isHref, isHttpsAddress } from '../../../src/domain/design/href.ts';
import type { DesignBody, DesignContent } from '../../../src/domain/design/look.ts';
import type { Locale } from '../../../src/domain/locale.ts';
import type { Theme } from '../../../src/domain/shop.ts';

/** What the fields hold of a design: all that a merchant decides. */
export function contentOf({ theme: _, icons: _icons, ...content }: DesignBody): DesignContent {
  return content;
}

/** A field that can't be saved as it is: the draft waits until it is mended. */
export type DesignFault = {
  field:
    | 'pointsName'
    | `banners.${number}.href`
    | `banners.${number}.endsAtMs`
    | 'mapUrl'
    | `links.${number}.href`;
};

export function faultsOf({ pointsName, banners, footer }: DesignContent): DesignFault['field'][] {
  const unnamed = Object.values(pointsName).some(
    ({ one, other }) => one.trim() === '' || other.trim() === '',
  );
  const bannerFaults = banners.flatMap(({ href, startsAtMs, endsAtMs }, place): DesignFault['field'][] => [
    ...(href === null || isHref(href.trim()) ? [] : [`banners.${place}.href` as const]),
    ...(startsAtMs !== null && endsAtMs !== null && startsAtMs >= endsAtMs
      ? [`banners.${place}.endsAtMs` as const]
      : []),
  ]);
  return [
    ...(unnamed ? ['pointsName' as const] : []),
    ...bannerFaults,
    ...(footer.mapUrl === null || isHttpsAddress(footer.mapUrl.trim()) ? [] : ['mapUrl' as const]),
    ...footer.links.flatMap(({ href }, place) =>
      isHref(href.trim()) ? [] : [`links.${place}.href` as const],
    ),
  ];
}

/** Corners and headings that go with a layout; both can be chosen otherwise afterwards. */
const MANNERS: Record<Theme['layout'], Pick<Theme, 'cornerPixels' | 'heading'>> = {
  editorial: { cornerPixels: 0, heading: 'serif' },
  soft: { cornerPixels: 20, heading: 'sans' },
  lively: { cornerPixels: 8, heading: 'sans' },
};

export function withLayout(look: DesignContent['look'], layout: Theme['layout']): DesignContent['look'] {
  return { ...look, layout, ...MANNERS[layout] };
}

/** Colours that go with many shops, for those who have no logo to take one from. */
const USUAL_COLOURS = [
  '#23433B',
  '#7A2E4D',
  '#2B3A8C',
  '#A34A28',
  '#B23A63',
  '#F2B53C',
  '#1F6F8B',
  '#5B3F8C',
  '#3E7C4F',
  '#C2410C',
  '#8C1D2F',
  '#2A2A2A',
];
const SWATCHES = 12;

/** Twelve colours to choose from, those of the logo first. */
export function swatchesOf(logoColours: readonly string[]): string[] {
  return [...new Set([...logoColours, ...USUAL_COLOURS])].slice(0, SWATCHES);
}

/** `#RRGGBB` of what was typed: with or without the sign, three figures or six; null while it is none. */
export function colourTyped(text: string): string | null {
  const [, figures = ''] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? [];
  if (figures === '') return null;
  const six = figures.length === 3 ? [...figures].map((figure) => figure + figure).join('') : figures;
  return `#${six.toUpperCase()}`;
}

/** The list with the item at `from` standing at `to`. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const [item] = items.slice(from, from + 1);
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const others = items.toSpliced(from, 1);
  return others.toSpliced(to, 0, item);
}

export function replaced<Item>(items: readonly Item[], at: number, part: Partial<Item>): Item[] {
  return items.map((item, place) => (place === at ? { ...item, ...part } : item));
}

export const EMPTY_BANNER: Banner = {
  pictureKey: null,
  title: {},
  href: null,
  startsAtMs: null,
  endsAtMs: null,
};
export const BANNERS_MAX = DESIGN_LIMITS.banners;
export const LINKS_MAX = DESIGN_LIMITS.links;

export const PREVIEW_PAGES = ['home', 'reward', 'points', 'widget'] as const;
export type PreviewPage = (typeof PREVIEW_PAGES)[number];

export type PreviewChoice = {
  page: PreviewPage;
  as: 'visitor' | 'member';
  scheme: 'light' | 'dark';
  locale: Locale;
};

function pathOf(page: PreviewPage, rewardId: string | null): string {
  if (page === 'points') return '/points';
  if (page === 'widget') return '/widget/preview';
  return page === 'reward' && rewardId ? `/rewards/${rewardId}` : '/';
}

/** Where the frame looks: the mall's own page by the draft. A points page is a member's; a shop without rewards has no page of one. */
export function previewAddress(
  sealed: string,
  { page, as, scheme, locale }: PreviewChoice,
  { rewardId, version, base }: { rewardId: string | null; version: string; base: string },
): string {
  const url = new URL(sealed, base);
  url.pathname = pathOf(page, rewardId);
  url.searchParams.set('as', page === 'points' ? 'member' : as);
  url.searchParams.set('scheme', scheme);
  url.searchParams.set('lang', locale);
  url.searchParams.set('v', version);
  return url.href;
}
