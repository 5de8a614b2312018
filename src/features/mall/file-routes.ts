import { Hono } from 'hono';
import { shopIcon } from '../../domain/design/shop-icon.ts';
import { shopPhase } from '../../domain/shop-closing.ts';
import { offeredLanguages } from '../../domain/shop-settings.ts';
import { assetFrom } from '../../http/assets.ts';
import type { AppEnv } from '../../http/env.ts';
import { robotsText, sitemapXml, TEXT, XML } from '../../http/sitemap.ts';
import { AppError } from '../../lib/app-error.ts';
import { keepForm } from '../member-pages/kept-form.ts';
import { readManifest } from '../publication/read-mall.ts';
import { tenantPublished } from '../publication/tenant-published.ts';
import { appManifest } from './app-manifest.ts';
import { designOf, frameLook } from './frame-look.ts';
import { languagesOf, themeCss, wordsOf } from './pages.tsx';
import { readFields, readForm } from './read-form.ts';
import { readLogo } from './read-logo.ts';
import { rememberLanguage } from './remember-language.ts';
import { returnPath } from './return-path.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_A_MINUTE = 'public, max-age=60';

/** Somebody's own pages and steps on a road: they say so themselves, and this saves asking. */
const OWN = [
  '/me',
  '/points',
  '/redemptions',
  '/sign-in',
  '/sign-out',
  '/consent',
  '/enter',
  '/v/',
  '/language',
];
/** Pages of every mall beside its rewards. */
const COMMON = ['/', '/earn', '/rules', '/help'];

/** What a mall serves besides pages: its look, its icon, and what a browser keeps of it. */
export const fileRoutes = new Hono<AppEnv>()
  .get('/theme.css', async (c) => {
    const manifest = await readManifest(c.var.ctx);
    if (!manifest) throw new AppError('not_found');
    // Another version than asked for is another shop's day: keep it no longer than a page.
    const asked = c.req.query('v') === String(manifest.version);
    const { theme, pointsIcon } = designOf(manifest);
    return c.body(themeCss(theme, { pointsIcon }), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': asked ? FOR_EVER : FOR_A_MINUTE,
    });
  })
  .get('/icon.svg', async (c) => {
    const { ctx } = c.var;
    const { theme, logoPictureKey } = designOf(await readManifest(ctx));
    const mark = {
      name: ctx.tenant.name,
      colours: theme.light,
      cornerPixels: theme.cornerPixels,
      logo: await readLogo({ ctx, input: { pictureKey: logoPictureKey } }),
      full: c.req.query('full') !== undefined,
    };
    return c.body(shopIcon(mark), 200, { 'content-type': 'image/svg+xml', 'cache-control': FOR_A_MINUTE });
  })
  .get('/app.webmanifest', async (c) => {
    const { ctx } = c.var;
    const manifest = await readManifest(ctx);
    const design = designOf(manifest);
    const { name, locale } = ctx.tenant;
    const body = appManifest({
      name,
      lang: locale,
      colours: design.theme.light,
      icons: design.icons ?? null,
      barColour: frameLook(wordsOf({ ctx }), manifest).bars.light,
    });
    return c.body(JSON.stringify(body), 200, {
      'content-type': 'application/manifest+json',
      'cache-control': FOR_A_MINUTE,
    });
  })
  .get('/offline-worker.js', async (c) => {
    const found = await assetFrom(c, 'mall', 'offline-worker.js');
    if (!found) throw new AppError('not_found');
    return found;
  })
  .get('/robots.txt', (c) => {
    const open = c.var.ctx.tenant.state === 'open';
    const { origin } = new URL(c.req.url);
    return c.body(robotsText(open ? { sitemapUrl: `${origin}/sitemap.xml`, hidden: OWN } : null), 200, TEXT);
  })
  .get('/sitemap.xml', async (c) => {
    const { tenant, clock } = c.var.ctx;
    const manifest = await readManifest(c.var.ctx);
    const phase = manifest && shopPhase(tenantPublished(tenant, manifest), clock.nowMs());
    if (!manifest || phase === 'building' || phase === 'closed') throw new AppError('not_found');
    const { origin } = new URL(c.req.url);
    const languages = offeredLanguages(tenant.locale, tenant.languages);
    const rewards = manifest.rewards.filter(({ state }) => state === 'live');
    const paths = [...COMMON, ...rewards.map(({ rewardId }) => `/rewards/${rewardId}`)];
    const entries = paths.map((path) => {
      const url = `${origin}${path}`;
      return { url, languages: languagesOf(url, { locale: tenant.locale, languages }) };
    });
    return c.body(sitemapXml(entries), 200, XML);
  })
  .get('/language', (c) => rememberLanguage(c))
  // With a form on the page: what was typed is found there again.
  .post('/language', async (c) => {
    const path = new URL(returnPath(c.req.query('to')), c.req.url).pathname;
    await keepForm(c, path, readFields(await readForm(c)), 'pm_typed');
    return rememberLanguage(c);
  });
