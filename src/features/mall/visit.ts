import type { Context } from '../../context.ts';
import type { AppContext } from '../../http/env.ts';
import type { MallManifest } from '../publication/manifest.ts';
import type { AssetNames } from './assets.ts';

/** What every page of a mall is drawn from, besides its own data. */
export type Visit = {
  ctx: Context;
  /** Null before the first publish. */
  manifest: MallManifest | null;
  signedIn: boolean;
  path: string;
  origin: string;
  assets: AssetNames;
  /** Somebody of the shop looks around before the mall is open. */
  preview: boolean;
  /** The sheets of a look that is not published; the published one's own where they are left out. */
  styleHref?: string;
  themeHref?: string;
  /** Shown inside the shop's own app, whose bars are enough. */
  embedded: boolean;
};

/** A visit to a mall that is open and has something to show. */
export type OpenVisit = Visit & { manifest: MallManifest };

/** Where this page is, for coming back to it in another language. */
export function pathOf(c: AppContext): string {
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  url.searchParams.delete('embed');
  return url.pathname + url.search;
}
