import { POINTS_ICON_PATHS, type PointsIcon } from '../../src/domain/design/points-icon.ts';
import type { Theme, ThemeColours } from '../../src/domain/shop.ts';
import { textOn } from './text-on.ts';

const HEX_COLOUR = /^#[0-9a-fA-F]{6}$/;

type Manner = { headingWeight: number; letterSpacing: string; cardShadow: string };

/** How heavy headings and figures are, and how cards stand on the page, by layout. */
const LAYOUTS: Record<Theme['layout'], Manner> = {
  editorial: { headingWeight: 600, cardShadow: 'none', letterSpacing: '0.02em' },
  soft: {
    headingWeight: 400,
    cardShadow: '0 1px 2px rgb(0 0 0 / 4%), 0 8px 28px rgb(0 0 0 / 6%)',
    letterSpacing: '0.01em',
  },
  lively: { headingWeight: 800, cardShadow: '4px 4px 0 var(--ink)', letterSpacing: '0' },
};

/** A theme whose colours may be missing. */
export type ShopLook = Pick<Theme, 'layout' | 'heading'> & {
  cornerPixels: number;
  light: Partial<ThemeColours>;
  dark: Partial<ThemeColours>;
};

/**
 * A shop's look as CSS custom properties over tokens.css, light and dark, for the whole page or for the
 * host of a shadow tree. A colour that is not `#RRGGBB` is left out, so that nothing a merchant typed
 * can become CSS.
 */
export function themeCss(
  theme: ShopLook,
  { root = ':root', pointsIcon }: { root?: ':root' | ':host'; pointsIcon?: PointsIcon | undefined } = {},
): string {
  const { headingWeight, cardShadow, letterSpacing } = LAYOUTS[theme.layout];
  const shape = [
    `--corner:${theme.cornerPixels}px`,
    `--corner-small:${Math.min(theme.cornerPixels, 10)}px`,
    `--heading-font:var(--font-${theme.heading})`,
    `--heading-weight:${headingWeight}`,
    `--heading-spacing:${letterSpacing}`,
    `--card-shadow:${cardShadow}`,
    ...(pointsIcon ? [`--points-icon:${drawn(POINTS_ICON_PATHS[pointsIcon])}`] : []),
  ];
  return [
    `${root}{${[...shape, ...colours(theme.light)].join(';')}}`,
    `@media (prefers-color-scheme:dark){${root}{${colours(theme.dark).join(';')}}}`,
  ].join('\n');
}

/** A drawing as a mask: its colour is that of the text beside it. */
function drawn(path: string): string {
  return `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill-rule='evenodd' d='${path}'/%3E%3C/svg%3E")`;
}

function colours(scheme: Partial<ThemeColours>): string[] {
  const { accent = '', text = '', page = '' } = scheme;
  const canCarry = [accent, text, page].every((colour) => HEX_COLOUR.test(colour));
  const named: [string, string | undefined][] = [
    ['main', scheme.main],
    ['on-main', scheme.onMain],
    ['page', scheme.page],
    ['text', scheme.text],
    ['accent', scheme.accent],
    ['on-accent', canCarry ? textOn(accent, [text, page]) : undefined],
    ['accent-text', scheme.accentText],
  ];
  return named
    .filter(([, value]) => HEX_COLOUR.test(value ?? ''))
    .map(([name, value]) => `--${name}:${value}`);
}
