type AssetNames = { style: string; script: string };

/** Of this isolate: a deploy replaces isolates and files together. */
let known: AssetNames | null = null;

/**
 * Addresses of the pages' style sheet and script, by the names that the build gave them. Without a
 * build the page still answers, only unstyled.
 */
export async function assetNames(files: Fetcher, origin: string): Promise<AssetNames> {
  if (known) return known;
  const answer = await files.fetch(new URL('/mall/assets.json', origin));
  if (!answer.ok) {
    await answer.body?.cancel();
    return { style: '/assets/missing.css', script: '/assets/missing.js' };
  }
  const { style, script } = await answer.json<AssetNames>();
  known = { style: `/assets/${style}`, script: `/assets/${script}` };
  return known;
}

/** The text of the pages' style sheet, for pages that show it otherwise; null without a build. */
export async function pageStyle(files: Fetcher, origin: string): Promise<string | null> {
  const { style } = await assetNames(files, origin);
  const found = await files.fetch(new URL(style.replace('/assets/', '/mall/'), origin));
  if (found.ok) return found.text();
  await found.body?.cancel();
  return null;
}
