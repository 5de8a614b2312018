import type { Locale } from '../../domain/locale.ts';
import type { SitePage } from '../../domain/site-page.ts';
import { AppError } from '../../lib/app-error.ts';

/** Of this isolate: a deploy replaces isolates and files together. */
const known = new Map<string, string>();

/** A page of the site as the build drew it; without a build there is none. */
export async function staticPage(files: Fetcher, origin: string, locale: Locale, page: SitePage) {
  const name = `/site/${locale}/${page}.txt`;
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const found = await files.fetch(new URL(name, origin));
  if (!found.ok) {
    await found.body?.cancel();
    throw new AppError('not_found');
  }
  const text = await found.text();
  known.set(name, text);
  return text;
}
