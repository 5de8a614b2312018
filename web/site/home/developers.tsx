import { filledIn } from '../../../src/domain/site-page.ts';
import { widgetSnippet } from '../../shared/widget-snippet.ts';
import { CodeBlock } from '../code-block.tsx';
import type { SiteWords } from '../words.ts';

type Props = { t: SiteWords; samples: { typescript: string }; guidePath: string; docsPath: string };

/** The very lines of the guide, and the way to it. */
export function Developers({ t, samples, guidePath, docsPath }: Props) {
  const words = { copy: t('developers.copy'), copied: t('developers.copied') };
  const page = widgetSnippet({ scriptUrl: `${filledIn('origin')}/widget.js`, slug: 'your-mall' });
  return (
    <section class="developers within" aria-labelledby="developers-title">
      <h2 id="developers-title">{t('developers.title')}</h2>
      <p class="section-lead">{t('developers.lead')}</p>
      <div class="developers-code">
        <CodeBlock name={`HTML · ${t('developers.page')}`} code={page} {...words} />
        <CodeBlock name={`TypeScript · ${t('developers.server')}`} code={samples.typescript} {...words} />
      </div>
      <p class="developers-more">
        <a href={guidePath}>{t('developers.guide')}</a>
        <a href={`${filledIn('api')}/v1/openapi.json`}>{t('developers.api')}</a>
        <a href={docsPath}>{t('developers.libraries')}</a>
      </p>
    </section>
  );
}
