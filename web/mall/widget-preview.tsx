import { raw } from 'hono/html';
import { Document } from './document.tsx';
import type { Frame } from './views.ts';

type Props = {
  frame: Frame;
  slug: string;
  /** Of the console's Design screen: the seal of the draft that the widget is drawn by, and in which colours. */
  drafted: { seal: string; scheme: 'light' | 'dark' } | null;
};

/** A page of nobody with the shop's widget on it. Slugs are letters, digits and dashes: nothing to escape. */
export function WidgetPreviewPage({ frame, slug, drafted }: Props) {
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
      <script
        async
        src="/widget.js"
        data-mall={slug}
        data-locale={locale}
        data-scheme={drafted?.scheme}
        data-design={drafted?.seal}
      />
    </Document>
  );
}
