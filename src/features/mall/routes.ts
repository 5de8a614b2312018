import { Hono } from 'hono';
import type { MessageView } from '../../../web/mall/message-page.tsx';
import type { Context } from '../../context.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { policyFramedBy } from '../../http/security-headers.ts';
import { AppError } from '../../lib/app-error.ts';
import { previewFileRoutes } from '../design/preview-file-routes.ts';
import { designPreview } from '../design/preview-visit.ts';
import { pointsToGet } from '../member-pages/about-view.ts';
import { memberPageRoutes } from '../member-pages/routes.ts';
import { readOwnForm } from '../profile-form/read-form.ts';
import { readBands, readManifest } from '../publication/read-mall.ts';
import { tenantPublished } from '../publication/tenant-published.ts';
import { refusalOfClosed } from '../tenants/shop-gate.ts';
import { enterRoutes } from '../widget/enter-routes.ts';
import { previewRoutes } from '../widget/preview-routes.ts';
import { assetNames } from './assets.ts';
import { isKeptOpen } from './closed-shop.ts';
import { isEmbedded } from './embedded.ts';
import { fileRoutes } from './file-routes.ts';
import { readWanted } from './find-rewards.ts';
import { formOwner, isAnothers } from './form-owner.ts';
import { joinRoutes } from './join-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { earnPage, homePage, memberCard, messagePage, rulesPage, wordsOf } from './pages.tsx';
import { mayPreview, previewEntryRoutes } from './preview-routes.ts';
import { ACCOUNT_WAIT_MS, readMember } from './read-member.ts';
import { redeemRoutes } from './redeem-routes.ts';
import { type RedeemedUnits, readRedeemedUnits } from './redeemed-units.ts';
import type { HomeSource } from './shelf.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { type OpenVisit, pathOf } from './visit.ts';
import { voucherRoutes } from './voucher-routes.ts';
import { withinOrNull } from './within.ts';

const NOTHING_REDEEMED: RedeemedUnits = new Map();

const PAGES = [
  '/',
  '/member-card',
  '/earn',
  '/offline',
  '/rules',
  '/rewards/*',
  '/points/*',
  '/help',
  '/me/*',
  '/privacy',
  '/terms',
  '/consent',
  '/join',
  '/j/*',
  '/redemptions/*',
  '/v/*',
  '/c/*',
  '/ask/*',
  '/sign-in/*',
  '/sign-out',
  '/enter',
  '/widget/preview',
];

/** What every page of a shop that is still being built says. */
function closed(ctx: Context): MessageView {
  const { t } = wordsOf({ ctx });
  const title = t('fault.buildingTitle', { shop: ctx.tenant.name });
  return { title, text: t('fault.building'), requestId: null, action: null };
}

/** What every other page of a closed shop says: since when, and where a member finds what is hers. */
function over({ ctx, signedIn }: Pick<OpenVisit, 'ctx' | 'signedIn'>): MessageView {
  const { t, format, nowMs } = wordsOf({ ctx });
  const { name, closing } = ctx.tenant;
  const date = format.lastDay(closing?.closesAtMs ?? nowMs, nowMs);
  return {
    title: t('closing.closedTitle', { shop: name }),
    text: t('closing.closed', { date }),
    requestId: null,
    action: signedIn
      ? { href: '/me', label: t('closing.own') }
      : { href: '/sign-in?to=%2Fme', label: t('closing.signIn') },
  };
}

/** A preview shows; joining and redeeming begin when the mall is open. */
function onlyLooking(ctx: Context): MessageView {
  const { t } = wordsOf({ ctx });
  const action = { href: '/', label: t('fault.home') };
  return { title: t('unopened.onlyTitle'), text: t('unopened.only'), requestId: null, action };
}

/** A tab of somebody who was signed in here before: nothing of hers is done in another's name. */
function notHers(ctx: Context): MessageView {
  const { t } = wordsOf({ ctx });
  const action = { href: '/', label: t('fault.home') };
  return { title: t('kept.anotherTitle'), text: t('kept.another'), requestId: null, action };
}

const previewQuery = ({ req }: AppContext) => ({
  design: req.query('design'),
  as: req.query('as'),
  scheme: req.query('scheme'),
});

/** A page that the console shows in a frame of its own, and nobody keeps. */
function framedByConsole(c: AppContext): void {
  const { scheme, rootHost } = c.var.services.config;
  c.header('content-security-policy', policyFramedBy(`${scheme}://console.${rootHost}`));
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
}

/** A character that no keyboard makes, in an address that no link has: nothing could be looked up by it. */
const ENCODED_CONTROL = /%(?:[01][\da-f]|7f)/i;

/** Prepares the visit; a shop that is still being built says so to all but those whom it lets look. */
const pages = new Hono<AppEnv>().on(['GET', 'POST'], PAGES, async (c, next) => {
  const { ctx: visited } = c.var;
  if (ENCODED_CONTROL.test(c.req.url)) throw new AppError('not_found');
  const [manifest, assets] = await Promise.all([
    readManifest(visited),
    assetNames(c.env.ASSETS, new URL(c.req.url).origin),
  ]);
  const tenant = manifest ? tenantPublished(visited.tenant, manifest) : visited.tenant;
  const ctx = { ...visited, tenant };
  c.set('ctx', ctx);
  const building = tenant.state === 'building';
  const preview = building && (await mayPreview(c));
  const visit = {
    ctx,
    preview,
    signedIn: ctx.actor.kind === 'member',
    path: pathOf(c),
    origin: new URL(c.req.url).origin,
    assets,
    embedded: isEmbedded(c),
  };
  const drafted = manifest && c.req.method === 'GET' && (await designPreview(ctx, manifest, previewQuery(c)));
  if (drafted) {
    framedByConsole(c);
    c.set('ctx', drafted.ctx);
    const signedIn = drafted.ctx.actor.kind === 'member';
    c.set('visit', { ...visit, ...drafted, signedIn, preview: false });
    return next();
  }
  c.header('vary', 'cookie, accept-language');
  c.header('cache-control', visit.signedIn ? 'no-store' : 'private, no-cache');
  if (manifest && refusalOfClosed(ctx)) {
    c.header('x-robots-tag', 'noindex');
    if (!isKeptOpen(c.req.path)) return c.html(messagePage({ ...visit, manifest }, over(visit)), 410);
  }
  if (!manifest || (building && !preview)) {
    c.header('x-robots-tag', 'noindex');
    return c.html(messagePage({ ...visit, manifest }, closed(ctx)));
  }
  if (preview) {
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    if (c.req.method !== 'GET') return c.html(messagePage({ ...visit, manifest }, onlyLooking(ctx)), 403);
  }
  const anothers = c.req.method === 'POST' && isAnothers(c, await formOwner(c));
  if (anothers) return c.html(messagePage({ ...visit, manifest, path: '/' }, notHers(ctx)), 409);
  c.set('visit', { ...visit, manifest });
  await next();
});

pages
  .get('/', async (c) => {
    const { visit } = c.var;
    const shelf = await readShelf(visit);
    const wanted = readWanted((name) => c.req.query(name));
    return c.html(homePage({ ...visit, signedIn: shelf.member.kind !== 'visitor' }, { ...shelf, wanted }));
  })
  .get('/earn', async (c) => {
    const { visit } = c.var;
    const shelf = await readShelf(visit);
    const own = await readOwnQuestions(visit.ctx, shelf.member);
    const source = { ...shelf, profilePoints: own && pointsToGet(own) };
    return c.html(earnPage({ ...visit, signedIn: shelf.member.kind !== 'visitor' }, source));
  })
  .get('/member-card', async (c) => {
    const member = await readMember(c.var.visit);
    return c.html(memberCard(c.var.visit, member), member.kind === 'unknown' ? 503 : 200);
  })
  // Typed by hand or cut from a longer link.
  .get('/rewards', (c) => c.redirect('/', 301))
  .get('/rules', (c) => c.html(rulesPage(c.var.visit)))
  // What a browser keeps for when there is no network: the same for everyone.
  .get('/offline', (c) => {
    c.header('cache-control', 'no-store');
    const { t } = wordsOf(c.var.visit);
    const sent = c.req.query('sent') !== undefined;
    const action = { href: '/', label: t(sent ? 'offline.back' : 'offline.retry') };
    const text = t(sent ? 'offline.sent' : 'offline.text');
    const view = { title: t('offline.title'), text, requestId: null, action, lost: sent };
    return c.html(messagePage({ ...c.var.visit, signedIn: false }, view));
  })
  .route('/', redeemRoutes)
  .route('/', enterRoutes)
  .route('/', previewRoutes)
  .route('/', memberRoutes)
  .route('/', voucherRoutes)
  .route('/', memberPageRoutes)
  .route('/', joinRoutes)
  .route('/', signInRoutes);

/** What the shop asks of her and she has answered; null for whoever is not known, or answers nothing now. */
async function readOwnQuestions(ctx: Context, member: HomeSource['member']) {
  if (member.kind !== 'known' || member.overview.frozenAtMs !== null) return null;
  return withinOrNull(ACCOUNT_WAIT_MS, readOwnForm({ ctx, input: { memberId: member.memberId } }));
}

/** What the shelf is drawn from: who reads it, what is left, and what she has had. */
async function readShelf({ ctx, manifest }: OpenVisit): Promise<Omit<HomeSource, 'manifest'>> {
  const limited = manifest.rewards.some(({ limitPerMember }) => limitPerMember !== null);
  const [member, bands, redeemed] = await Promise.all([
    readMember({ ctx }),
    readBands(ctx),
    limited ? readRedeemedUnits({ ctx }) : NOTHING_REDEEMED,
  ]);
  return { member, bands, redeemed };
}

/** Everything that a shop's own host answers. */
export const mallRoutes = new Hono<AppEnv>()
  .get('/:path{.+/}', (c) => c.redirect(withoutSlash(c.req.url), 301))
  .route('/', fileRoutes)
  .route('/', previewEntryRoutes)
  .route('/', previewFileRoutes)
  .route('/', pages);

/** The same page under its own address. */
function withoutSlash(address: string): string {
  const { pathname, search } = new URL(address);
  return `/${pathname.split('/').filter(Boolean).join('/')}${search}`;
}
