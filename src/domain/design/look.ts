import type { PointsName, Theme } from '../shop.ts';
import type { Design } from './design.ts';

/** What a shop chooses of its look; the rest of a theme follows from it. Colours are `#RRGGBB`. */
export type Look = {
  layout: Theme['layout'];
  /** Buttons and the member's card. */
  main: string;
  /** What stands out: links, badges, what is to be noticed. */
  accent: string;
  cornerPixels: Theme['cornerPixels'];
  heading: Theme['heading'];
};

/** What the Design screen holds as one: the look as chosen, what stands where, and the name of the points. */
export type DesignBody = Design & { look: Look; pointsName: PointsName };

/** What a merchant decides of it: theme and icons follow from it. */
export type DesignContent = Omit<DesignBody, 'theme' | 'icons'>;

/** The choices that a theme shows, for one that was never chosen part by part. */
export function lookOf({ layout, cornerPixels, heading, light }: Theme): Look {
  return { layout, main: light.main, accent: light.accent, cornerPixels, heading };
}

/** The same as far as colours follow from it; hex digits may be written in either case. */
export function sameColours(one: Look, other: Look): boolean {
  const colours = ({ layout, main, accent }: Look) => `${layout} ${main} ${accent}`.toUpperCase();
  return colours(one) === colours(other);
}
