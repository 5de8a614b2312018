import { SiteHome, type SiteView } from '../../../web/site/home.tsx';

export function siteHome(view: SiteView) {
  return <SiteHome view={view} />;
}
