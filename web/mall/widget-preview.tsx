import { raw } from 'hono/html';
import { Document } from './document.tsx';
import type { Frame } from './views.ts';

/** A page of nobody with the shop's widget on it. Slugs are letters, digits and dashes: nothing to escape. */
export function WidgetPreviewPage({ frame, slug }: { frame: Frame; slug: string }) {
  const { words, assets } = frame;
  const { t, format, locale } = words;
  return (
    <Document locale={locale} title={t('preview.title')} assets={assets} page="mall narrow message">
      <main id="main">
        <div class="empty">
          <h1>{t('preview.title')}</h1>
          <p>{t('preview.text')}</p>
          <p>
            {t('preview.balance', { unit: format.unit })} {raw(`<pm-balance mall="${slug}"></pm-balance>`)}
          </p>
        </div>
      </main>
      {raw(`<pm-launcher mall="${slug}"></pm-launcher>`)}
      <script async src="/widget.js" data-mall={slug} data-locale={locale} />
    </Document>
  );
}
