import type { ThemeColours } from '../../domain/shop.ts';

const HEX_COLOUR = /^#[0-9a-fA-F]{6}$/;

/** The shop's first character on its main colour, until it has a logo. */
export function shopIcon(name: string, colours: ThemeColours | null): string {
  const colour = (value: string | undefined, fallback: string) =>
    value && HEX_COLOUR.test(value) ? value : fallback;
  const [first = 'P'] = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  const letter = first.replace(/[<>&"']/g, '').toUpperCase() || 'P';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${colour(colours?.main, '#1f4d45')}"/><text x="32" y="33" text-anchor="middle" dominant-baseline="central" font-family="system-ui,sans-serif" font-size="34" fill="${colour(colours?.onMain, '#ffffff')}">${letter}</text></svg>`;
}
