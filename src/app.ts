import { apiKeyConsoleRoutes } from './features/api-keys/console-routes.ts';
import { apiKeyActor } from './features/api-keys/key-middleware.ts';
import { auditLogConsoleRoutes } from './features/audit-log/console-routes.ts';
import { catalogueApiRoutes } from './features/catalogue/api-routes.ts';
import { catalogueConsoleRoutes } from './features/catalogue/console-routes.ts';
import { pictureRoutes } from './features/catalogue/picture-routes.ts';
import { checklistConsoleRoutes } from './features/checklist/console-routes.ts';
import { clerkConsoleRoutes } from './features/clerks/console-routes.ts';
import { counterConsoleRoutes } from './features/counter/console-routes.ts';
import { counterSpendingRoutes } from './features/counter-spending/console-routes.ts';
import { designConsoleRoutes } from './features/design/console-routes.ts';
import { exportConsoleRoutes } from './features/export/console-routes.ts';
import { homeConsoleRoutes } from './features/home/console-routes.ts';
import { importConsoleRoutes } from './features/imports/console-routes.ts';
import { listConsoleRoutes } from './features/imports/list-routes.ts';
import { joinLinkConsoleRoutes } from './features/join-links/console-routes.ts';
import { letterConsoleRoutes } from './features/letters/console-routes.ts';
import { mallProblem } from './features/mall/problem-routes.ts';
import { mallRoutes } from './features/mall/routes.ts';
import { findAtCounterRoutes } from './features/member-code/console-routes.ts';
import { memberApiRoutes } from './features/members/api-routes.ts';
import { memberConsoleRoutes } from './features/members/console-routes.ts';
import { onboardingConsoleRoutes } from './features/onboarding/console-routes.ts';
import { orderApiRoutes } from './features/orders/api-routes.ts';
import { paymentConsoleRoutes } from './features/payments/console-routes.ts';
import { stripeWebhookRoutes } from './features/payments/webhook-routes.ts';
import { posterConsoleRoutes } from './features/poster/console-routes.ts';
import { profileFormConsoleRoutes } from './features/profile-form/console-routes.ts';
import { programmeApiRoutes } from './features/programme/api-routes.ts';
import { programmeConsoleRoutes } from './features/programme/console-routes.ts';
import { questionConsoleRoutes } from './features/questions/console-routes.ts';
import { redemptionApiRoutes } from './features/redemptions/api-routes.ts';
import { redemptionConsoleRoutes } from './features/redemptions/console-routes.ts';
import { cashConsoleRoutes } from './features/redemptions/payment-routes.ts';
import { voucherApiRoutes, voucherConsoleRoutes } from './features/redemptions/voucher-routes.ts';
import { settingsConsoleRoutes } from './features/settings/console-routes.ts';
import { memberActor } from './features/sign-in/member-middleware.ts';
import { siteRoutes } from './features/site/routes.ts';
import { authRoutes } from './features/staff/auth-routes.ts';
import { staffConsoleRoutes } from './features/staff/console-routes.ts';
import { staffSession } from './features/staff/session-middleware.ts';
import { staffNoticeConsoleRoutes } from './features/staff-notices/console-routes.ts';
import { closingConsoleRoutes } from './features/tenants/closing-routes.ts';
import { tenantConsoleRoutes } from './features/tenants/console-routes.ts';
import { tenantOfHost } from './features/tenants/tenant-middleware.ts';
import { anyVisitor, bearerMember } from './features/widget/bearer-middleware.ts';
import { widgetConsoleRoutes } from './features/widget/console-routes.ts';
import { widgetFileRoutes } from './features/widget/file-routes.ts';
import { allowedOrigin } from './features/widget/origin-middleware.ts';
import { widgetRoutes } from './features/widget/widget-routes.ts';
import { assetFrom } from './http/assets.ts';
import type { AppContext } from './http/env.ts';
import { AppError } from './http/errors.ts';
import { readiness } from './http/health.ts';
import { type HostAppOptions, hostApp, problemJson } from './http/host-app.ts';
import type { HostKind } from './http/hosts.ts';
import { documentOfMalls, serveDocument } from './http/open-api.ts';
import { limitRate } from './http/rate-limit.ts';
import { requireSameOrigin } from './http/same-origin.ts';
import { consoleHeaders, pageHeaders } from './http/security-headers.ts';
import { robotsText, TEXT } from './http/sitemap.ts';
import { localControlRoutes } from './local/control-routes.ts';
import { enterAsMember, enterAsStaff } from './local/entry.ts';
import { internalRoutes } from './local/internal-routes.ts';

/** Pictures are the one large body; their route checks format and size again. */
const PICTURE_BYTES_MAX = 10 * 1024 * 1024;
const BODY_BYTES_MAX = 256 * 1024;
const bodyBytesMax = (path: string) =>
  /^\/api\/(rewards\/[^/]+\/picture|pictures)$/.test(path) ? PICTURE_BYTES_MAX : BODY_BYTES_MAX;

function startHost(options: HostAppOptions) {
  const app = hostApp(options);
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const { ready, checks } = await readiness(c.var.services);
    return c.json({ ready, checks }, ready ? 200 : 503);
  });
  return app;
}

/** Every path of the console that is no file and no API is a screen of the same page. */
async function consoleFile(c: AppContext): Promise<Response | null> {
  const { path, method } = c.req;
  if (method !== 'GET' || /^\/(api|__local|__internal)(\/|$)/.test(path)) return null;
  const isFile = path.startsWith('/assets/') || path === '/service-worker.js';
  return assetFrom(c, 'console', isFile ? path.slice(1) : '');
}

/** Style sheet and script of the server-rendered pages. No shop is asked for: its absence has a page too. */
async function pageFile(c: AppContext): Promise<Response> {
  const found = await assetFrom(c, 'mall', c.req.path.replace(/^\/assets\//, ''));
  if (!found) throw new AppError('not_found');
  return found;
}

/** A drawing of web/pictures: what templates and the product's own site show. Shops have copies of their own. */
async function templatePicture(c: AppContext): Promise<Response> {
  const found = await assetFrom(c, 'pictures', c.req.path.replace(/^\/pictures\//, ''));
  if (!found) throw new AppError('not_found');
  // The demo's page shows them too, from an address of its own.
  found.headers.set('cross-origin-resource-policy', 'cross-origin');
  return found;
}

/** Nothing here is for search engines. */
const keptOut = (c: AppContext) => c.body(robotsText(null), 200, TEXT);

/** What the product's own pages load; the pages themselves are never served as files. */
async function siteFile(c: AppContext): Promise<Response> {
  const name = c.req.path.replace(/^\/site\//, '');
  const found = /\.(css|webp|png)$/.test(name) ? await assetFrom(c, 'site', name) : null;
  if (!found) throw new AppError('not_found');
  return found;
}

function createConsole() {
  const app = startHost({
    render: problemJson,
    headers: consoleHeaders,
    bodyBytesMax,
    fallback: consoleFile,
  });
  app.get('/pictures/:folder/:name', templatePicture);
  app.get('/robots.txt', keptOut);
  app.use('/api/*', requireSameOrigin);
  app.route('/', authRoutes);
  app.use('/api/*', staffSession);
  app.route('/', tenantConsoleRoutes);
  app.route('/', staffConsoleRoutes);
  app.route('/', apiKeyConsoleRoutes);
  app.route('/api', closingConsoleRoutes);
  app.route('/api', clerkConsoleRoutes);
  app.route('/api', homeConsoleRoutes);
  app.route('/api', checklistConsoleRoutes);
  app.route('/api', posterConsoleRoutes);
  app.route('/api', onboardingConsoleRoutes);
  app.route('/api', memberConsoleRoutes);
  app.route('/api', profileFormConsoleRoutes);
  app.route('/api', findAtCounterRoutes);
  app.route('/api', counterConsoleRoutes);
  app.route('/api', settingsConsoleRoutes);
  app.route('/api', counterSpendingRoutes);
  app.route('/api', importConsoleRoutes);
  app.route('/api', joinLinkConsoleRoutes);
  app.route('/api', listConsoleRoutes);
  app.route('/api', programmeConsoleRoutes);
  app.route('/api', catalogueConsoleRoutes);
  app.route('/api', redemptionConsoleRoutes);
  app.route('/api', cashConsoleRoutes);
  app.route('/api', voucherConsoleRoutes);
  app.route('/api', paymentConsoleRoutes);
  app.route('/api', questionConsoleRoutes);
  app.route('/api', auditLogConsoleRoutes);
  app.route('/api', letterConsoleRoutes);
  app.route('/api', staffNoticeConsoleRoutes);
  app.route('/api', designConsoleRoutes);
  app.route('/api', widgetConsoleRoutes);
  app.route('/api', exportConsoleRoutes);
  app.route('/api', pictureRoutes);
  app.post('/__local/enter', enterAsStaff);
  app.route('/', localControlRoutes);
  app.route('/', internalRoutes);
  return app;
}

function createApi() {
  const app = startHost({ render: problemJson, headers: pageHeaders });
  app.get('/robots.txt', keptOut);
  app.route('/', stripeWebhookRoutes);
  app.use('/v1/*', apiKeyActor, limitRate);
  app.route('/v1', orderApiRoutes);
  app.route('/v1', programmeApiRoutes);
  app.route('/v1', memberApiRoutes);
  app.route('/v1', catalogueApiRoutes);
  app.route('/v1', redemptionApiRoutes);
  app.route('/v1', voucherApiRoutes);
  serveDocument(app, '/v1/openapi.json', { title: 'Pointmall API', security: 'apiKey' });
  return app;
}

const WIDGET_DOCUMENT = '/widget/v1/openapi.json';
const WIDGET_TITLE = 'Pointmall widget';

function createMall() {
  const app = startHost({ render: mallProblem, headers: pageHeaders });
  app.get('/assets/:name', pageFile);
  app.get('/pictures/:folder/:name', templatePicture);
  app.route('/', widgetFileRoutes);
  // Before the pages' own order: the widget's callers stand on other sites, and no cookie speaks for them.
  app.use('/widget/v1/*', tenantOfHost, allowedOrigin, anyVisitor);
  app.use('/widget/v1/me/*', bearerMember);
  app.route('/widget/v1', widgetRoutes);
  serveDocument(app, WIDGET_DOCUMENT, { title: WIDGET_TITLE, security: 'member' });
  app.all('/widget/v1/*', (c) => c.notFound());
  app.post('/__local/enter', tenantOfHost, memberActor, enterAsMember);
  app.use(requireSameOrigin, tenantOfHost, memberActor);
  app.route('/', pictureRoutes);
  app.route('/', mallRoutes);
  return app;
}

function createSite(mall: ReturnType<typeof createMall>) {
  const app = startHost({ render: mallProblem, headers: pageHeaders });
  app.get('/site/:name', siteFile);
  app.get('/assets/:name', pageFile);
  app.get('/pictures/:folder/:name', templatePicture);
  app.route('/', widgetFileRoutes);
  app.get(WIDGET_DOCUMENT, (c) =>
    c.json(documentOfMalls(mall, c.var.services.config, { title: WIDGET_TITLE })),
  );
  app.route('/', siteRoutes);
  return app;
}

const mall = createMall();

/** Exported so that tests can walk over every route of every host. */
export const hosts = { site: createSite(mall), console: createConsole(), api: createApi(), mall };

/** The application that answers on a host. A host that is none of ours has no shop behind it. */
export function appOf({ kind }: HostKind) {
  return hosts[kind === 'unknown' ? 'mall' : kind];
}
