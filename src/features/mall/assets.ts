import type { Theme } from '../../domain/shop.ts';

/** A look's sheet is all that its pages need; `design` is added to it by the page of the design language. */
export type Sheet = Theme['layout'] | 'design';
export type AssetNames = { styles: Record<Sheet, string>; script: string };

/** What no shop stands behind is drawn without a look: any sheet has the rules that it needs. */
export const SHEET_OF_NOBODY: Sheet = 'editorial';

/** The look that an address asks for; the first where it asks for none that there is. */
export function layoutOf(asked: string | undefined): Theme['layout'] {
  return asked === 'soft' || asked === 'lively' ? asked : 'editorial';
}

const UNBUILT = '/assets/missing.css';

/** Of this isolate: a deploy replaces isolates and files together. */
let known: AssetNames | null = null;

/**
 * Addresses of the pages' style sheets and script, by the names that the build gave them. Without a
 * build the page still answers, only unstyled.
 */
export async function assetNames(files: Fetcher, origin: string): Promise<AssetNames> {
  if (known) return known;
  const answer = await files.fetch(new URL('/mall/assets.json', origin));
  if (!answer.ok) {
    await answer.body?.cancel();
    const styles = { editorial: UNBUILT, soft: UNBUILT, lively: UNBUILT, design: UNBUILT };
    return { styles, script: '/assets/missing.js' };
  }
  const { styles, script } = await answer.json<AssetNames>();
  const address = (sheet: Sheet) => `/assets/${styles[sheet]}`;
  known = {
    styles: {
      editorial: address('editorial'),
      soft: address('soft'),
      lively: address('lively'),
      design: address('design'),
    },
    script: `/assets/${script}`,
  };
  return known;
}

/** The text of style sheets, one after the other, for pages that show it otherwise; null without a build. */
export async function sheetText(files: Fetcher, origin: string, sheets: Sheet[]): Promise<string | null> {
  const { styles } = await assetNames(files, origin);
  const texts = await Promise.all(sheets.map((sheet) => textOf(files, new URL(styles[sheet], origin))));
  return texts.some((text) => text === null) ? null : texts.join('\n');
}

async function textOf(files: Fetcher, address: URL): Promise<string | null> {
  const found = await files.fetch(new URL(address.pathname.replace('/assets/', '/mall/'), address));
  if (found.ok) return found.text();
  await found.body?.cancel();
  return null;
}
