import type { AppContext } from '../../http/env.ts';
import { type ProblemRenderer, problemJson } from '../../http/host-app.ts';
import { hostKind } from '../../http/hosts.ts';
import { type Problem, problemHeaders } from '../../http/problem.ts';
import { translator } from '../../messages/translator.ts';
import { readManifest } from '../publication/read-mall.ts';
import { assetNames } from './assets.ts';
import { isEmbedded } from './embedded.ts';
import { messagePage, plainMessagePage } from './pages.tsx';
import { problemMessage } from './problem-message.ts';
import { pathOf } from './visit.ts';

/** A problem as a page of the shop, or of nobody's where no shop stands behind the host. */
export const mallProblem: ProblemRenderer = async (c, problem) => {
  if (prefersJson(c)) return problemJson(c, problem);
  const { services } = c.var;
  const ctx = c.get('ctx');
  const path = c.req.method === 'GET' ? pathOf(c) : '/';
  const assets = await assetNames(c.env.ASSETS, new URL(c.req.url).origin);
  if (!ctx) {
    const view = c.get('tenant')
      ? problemMessage(services.locale, problem, path)
      : unknownShop(c, problem, path);
    return c.html(
      plainMessagePage(services, { assets, path }, view),
      problem.status,
      problemHeaders(problem),
    );
  }
  // The look of the shop is not worth a second failure.
  const manifest = await readManifest(ctx).catch(() => null);
  const signedIn = ctx.actor.kind === 'member';
  // Set once the page's own visit began; a path that no page has shows the shop as it is.
  const preview = c.get('visit')?.preview ?? false;
  const embedded = isEmbedded(c);
  const { origin } = new URL(c.req.url);
  const visit = { ctx, manifest, signedIn, preview, path, origin, assets, embedded };
  const page = messagePage(visit, problemMessage(services.locale, problem, path));
  return c.html(page, problem.status, problemHeaders(problem));
};

function unknownShop(c: AppContext, problem: Problem, path: string) {
  const { locale, config } = c.var.services;
  const onSite = hostKind(new URL(c.req.url).host, config.rootHost).kind === 'site';
  if (problem.code !== 'not-found' || onSite) return problemMessage(locale, problem, path);
  const t = translator(locale, 'mall');
  return {
    title: t('fault.unknownShopTitle'),
    text: t('fault.unknownShop'),
    requestId: null,
    action: { href: `${config.scheme}://${config.rootHost}/`, label: t('fault.toProduct') },
  };
}

function prefersJson(c: AppContext): boolean {
  if (c.req.path.startsWith('/widget/v1/')) return true;
  const accept = c.req.header('accept') ?? '';
  return /application\/(problem\+)?json/.test(accept) && !accept.includes('text/html');
}
