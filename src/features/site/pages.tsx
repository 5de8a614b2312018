import { wordsFor } from '../../../web/mall/words.ts';
import { DesignPage, type DesignPageView } from '../../../web/site/design-page.tsx';
import { SiteHome, type SiteView } from '../../../web/site/home.tsx';
import php from '../../../web/site/samples/pointmall-token.php.txt';
import typescript from '../../../web/site/samples/pointmall-token.ts.txt';
import { type RefusalCode, WidgetDocsPage, type WidgetDocsView } from '../../../web/site/widget-docs.tsx';
import type { Locale } from '../../domain/locale.ts';
import { DEFAULT_POINTS_NAME } from '../../messages/points-name.ts';
import { translator } from '../../messages/translator.ts';

export type { RefusalCode };

export function siteHome(view: SiteView) {
  return <SiteHome view={view} />;
}

export function widgetDocsPage(view: Omit<WidgetDocsView, 'samples'>) {
  return <WidgetDocsPage view={{ ...view, samples: { typescript, php } }} />;
}

type DesignSource = Omit<DesignPageView, 'words' | 'docs'> & { locale: Locale; nowMs: number };

export function designPage({ locale, nowMs, ...view }: DesignSource) {
  const words = wordsFor({
    locale,
    shopLocale: locale,
    timeZone: 'Asia/Shanghai',
    pointsName: DEFAULT_POINTS_NAME,
    nowMs,
  });
  return <DesignPage view={{ ...view, words, docs: translator(locale, 'docs') }} />;
}
