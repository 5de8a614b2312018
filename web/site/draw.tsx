import { LOCALES } from '../../src/domain/locale.ts';
import type { SitePage } from '../../src/domain/site-page.ts';
import { DocsIndex } from './docs-index.tsx';
import { SiteHome } from './home.tsx';
import { LibrariesPage } from './libraries-page.tsx';
import type { SiteView } from './site-frame.tsx';
import { WidgetDocsPage } from './widget-docs.tsx';
import { guideWords, siteWords } from './words.ts';

/** What the build gives: names of built files, and the very sample files that the tests run. */
export type Built = Pick<SiteView, 'assets' | 'screens'> & { samples: { typescript: string; php: string } };

const DRAWN: Record<SitePage, (view: SiteView, samples: Built['samples']) => unknown> = {
  home: (view, samples) => <SiteHome view={view} samples={samples} />,
  docs: (view) => <DocsIndex view={view} />,
  libraries: (view) => <LibrariesPage view={view} />,
  widget: (view, samples) => <WidgetDocsPage view={{ ...view, guide: guideWords(view.locale), samples }} />,
};

/** Every page of the site in every language, as `<language>/<page>`; what a request knows is still to be filled in. */
export function drawSite({ samples, ...built }: Built): Map<string, string> {
  return new Map(
    LOCALES.flatMap((locale) =>
      (Object.keys(DRAWN) as SitePage[]).map((page): [string, string] => [
        `${locale}/${page}`,
        String(DRAWN[page]({ ...built, locale, t: siteWords(locale), page }, samples)),
      ]),
    ),
  );
}
