import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { policyFramedBy } from '../../http/security-headers.ts';
import { widgetPreviewPage } from '../mall/pages.tsx';

/** A page that stands for one of the merchant's own, for the console to show in a frame. */
export const previewRoutes = new Hono<AppEnv>().get('/widget/preview', (c) => {
  const { scheme, rootHost } = c.var.services.config;
  c.header('content-security-policy', policyFramedBy(`${scheme}://console.${rootHost}`));
  c.header('x-robots-tag', 'noindex');
  const { design, scheme: asked } = c.req.query();
  // Only a seal that holds has the visit drawn by the draft.
  const isDrafted = design !== undefined && c.var.visit.themeHref !== undefined;
  const drafted = isDrafted
    ? { seal: design, scheme: asked === 'dark' ? ('dark' as const) : ('light' as const) }
    : null;
  return c.html(widgetPreviewPage(c.var.visit, drafted));
});
