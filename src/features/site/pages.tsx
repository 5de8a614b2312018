import { SiteHome, type SiteView } from '../../../web/site/home.tsx';
import php from '../../../web/site/samples/pointmall-token.php.txt';
import typescript from '../../../web/site/samples/pointmall-token.ts.txt';
import { type RefusalCode, WidgetDocsPage, type WidgetDocsView } from '../../../web/site/widget-docs.tsx';

export type { RefusalCode };

export function siteHome(view: SiteView) {
  return <SiteHome view={view} />;
}

export function widgetDocsPage(view: Omit<WidgetDocsView, 'samples'>) {
  return <WidgetDocsPage view={{ ...view, samples: { typescript, php } }} />;
}
