import type { ThemeColours } from '../shop.ts';

const HEX_COLOUR = /^#[0-9a-fA-F]{6}$/;

type Mark = {
  name: string;
  colours: ThemeColours | null;
  /** Of the theme; the icon's own corners follow it. */
  cornerPixels?: number;
  /** The shop's logo as a `data:` address, drawn in place of the letter. */
  logo?: string | null;
  /** Coloured up to the edge, for phones that cut icons to a shape of their own. */
  full?: boolean;
};

/** Sides of the icons that phones take as pictures: Apple's, and the two of a web app's manifest. */
export const ICON_SIDES_PIXELS = [180, 192, 512] as const;

/** The shop's logo, or its first character on its main colour until it has one. */
export function shopIcon({ name, colours, cornerPixels = 12, logo = null, full = false }: Mark): string {
  const colour = (value: string | undefined, fallback: string) =>
    value && HEX_COLOUR.test(value) ? value : fallback;
  const corner = full ? 0 : Math.min(Math.max(cornerPixels, 0), 20);
  const ground = logo ? colour(colours?.page, '#f7f5f0') : colour(colours?.main, '#1f4d45');
  const inner = logo ? picture(logo, full) : letter(name, colour(colours?.onMain, '#ffffff'));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${corner}" fill="${ground}"/>${inner}</svg>`;
}

function letter(name: string, colour: string): string {
  const [first = 'P'] = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  const safe = first.replace(/[<>&"']/g, '').toUpperCase() || 'P';
  return `<text x="32" y="33" text-anchor="middle" dominant-baseline="central" font-family="system-ui,sans-serif" font-size="34" fill="${colour}">${safe}</text>`;
}

function picture(logo: string, full: boolean): string {
  const [at, size] = full ? [14, 36] : [4, 56];
  return `<image href="${logo}" x="${at}" y="${at}" width="${size}" height="${size}" preserveAspectRatio="xMidYMid meet"/>`;
}
