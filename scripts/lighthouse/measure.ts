import lighthouse, { type Result } from 'lighthouse';
import type { Figures } from './gates.ts';

/** One page's run: its figures, and what each audit that costs points found. */
export type Measured = { figures: Figures; lacking: string[] };

type NetworkItem = { resourceType?: string; mimeType?: string; transferSize: number };

/**
 * Runs Lighthouse as PageSpeed does: a phone's screen, simulated slow 4G and processor. No audit is left out: a
 * page on localhost counts as safe, so none fails for a reason that exists on one machine alone. Throws where
 * the page could not be loaded.
 */
export async function measure(url: string, port: number): Promise<Measured> {
  const run = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    disableFullPageScreenshot: true,
  });
  if (!run) throw new Error(`${url}: Lighthouse gave no result`);
  const { lhr } = run;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return { figures: figuresOf(lhr), lacking: lackingIn(lhr) };
}

function figuresOf(lhr: Result): Figures {
  const score = (category: string) => Math.round((lhr.categories[category]?.score ?? Number.NaN) * 100);
  const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  const items = networkItems(lhr);
  const bytes = (counts: (item: NetworkItem) => boolean) =>
    items.filter(counts).reduce((sum, { transferSize }) => sum + transferSize, 0);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcpMs: value('largest-contentful-paint'),
    tbtMs: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    scriptBytes: bytes(
      ({ resourceType, mimeType = '' }) => resourceType === 'Script' || /script/.test(mimeType),
    ),
    styleBytes: bytes(({ resourceType }) => resourceType === 'Stylesheet'),
    beforePicturesBytes: bytes(({ resourceType }) => resourceType !== 'Image'),
  };
}

function networkItems(lhr: Result): NetworkItem[] {
  const { details } = lhr.audits['network-requests'] ?? {};
  if (details?.type !== 'table' || details.items.length === 0) throw new Error('Lighthouse saw no request');
  return details.items as NetworkItem[];
}

function lackingIn(lhr: Result): string[] {
  return Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
    auditRefs.flatMap(({ id: audit, weight }) => {
      const { score, title = audit } = lhr.audits[audit] ?? {};
      return weight > 0 && typeof score === 'number' && score < 0.9 ? [`${id}: ${title} (${score})`] : [];
    }),
  );
}
