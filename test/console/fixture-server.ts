import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Me } from '../../web/console/session/session.ts';
import { AUDIT_LOG } from './fixture-audit-log.ts';
import { counterAnswer } from './fixture-counter.ts';
import * as data from './fixture-data.ts';
import { DESIGN, DESIGN_VERSIONS } from './fixture-design.ts';
import {
  emptyFigures,
  emptyHome,
  figures,
  home,
  letters,
  noticeLog,
  notices,
  unpublished,
} from './fixture-home.ts';
import { importsAnswer } from './fixture-imports.ts';
import { PAYMENTS, type PaymentsSituation } from './fixture-payments.ts';
import { joiningAnswer } from './fixture-poster.ts';
import { profileAnswer } from './fixture-profile.ts';
import { questions } from './fixture-questions.ts';
import { redemptionList, redemptions, trail } from './fixture-redemptions.ts';
import { NO_SETTINGS, NOTHING_OWED, OWED, SETTINGS } from './fixture-settings.ts';
import { clerkAnswer, LOCKED_CLERK, staff } from './fixture-staff.ts';
import { timeline } from './fixture-timeline.ts';
import { WIDGET } from './fixture-widget.ts';
import { lengthen } from './lengthen.ts';

/**
 * What the screens are shown: a full shop, the same with the longest texts, one with nothing in it, nobody
 * signed in, no answer yet, a session that ended and is there again after the password, or a clerk's device
 * that has locked itself.
 */
export type World = 'full' | 'long' | 'empty' | 'visitor' | 'no-shop' | 'slow' | 'down' | 'ended' | 'locked';

type Answer = { status: number; body: unknown };
const ok = (body: unknown): Answer => ({ status: 200, body });

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'";

/** Serves the built console with answers of its own in place of the Worker, under the Worker's policy. */
export async function startFixtureServer(distFolder: string) {
  let world: World = 'full';
  let payments: PaymentsSituation = 'enabled';
  let person = data.me.user;
  const writes: { method: string; path: string; key: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://console.localhost');
    // A mall's page in the console's frame: of another origin, so that no landmark of it is the console's.
    if (url.searchParams.has('design')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><html lang="zh-CN"><title>商城</title><p>商城</p></html>');
      return;
    }
    if (url.pathname === '/widget/preview') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><html lang="zh-CN"><title>预览</title><main><h1>预览</h1></main></html>');
      return;
    }
    if (url.pathname.startsWith('/api/')) {
      const body = await bodyOf(request);
      if (request.method !== 'GET') {
        const key = request.headers['idempotency-key']?.toString();
        writes.push({ method: request.method ?? '', path: url.pathname, key, body });
      }
      if (world === 'ended' && url.pathname === '/api/auth/sign-in/email') world = 'full';
      // Answered when the browser has gone elsewhere: never.
      if (world === 'slow' && url.pathname !== '/api/me') return;
      const settings = url.pathname.startsWith('/api/payments') && world === 'full';
      const answer = settings
        ? ok(PAYMENTS[payments])
        : answerFor(world, request.method ?? 'GET', url, body, person);
      response.writeHead(answer.status, {
        'content-type': answer.status < 400 ? 'application/json' : 'application/problem+json',
        'x-request-id': 'req_fixture',
      });
      response.end(JSON.stringify(world === 'long' ? lengthen(answer.body) : answer.body));
      return;
    }
    const isFile = url.pathname.startsWith('/assets/') || url.pathname === '/service-worker.js';
    const file = isFile ? normalize(url.pathname) : '/index.html';
    const content = await readFile(join(distFolder, file)).catch(() => null);
    response.writeHead(content === null ? 404 : 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': file === '/index.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
      'content-security-policy': POLICY,
    });
    response.end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://console.localhost:${port}`,
    writes,
    show: (next: World) => {
      world = next;
    },
    /** Who is signed in from now on. */
    signInAs: (user: Me['user']) => {
      person = user;
    },
    /** How the full shop stands with Stripe. */
    showPayments: (next: PaymentsSituation) => {
      payments = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function answerFor(world: World, method: string, url: URL, body: string, user: Me['user']): Answer {
  const path = url.pathname.replace('/api', '');
  if (path.startsWith('/auth/')) return ok({});
  if (world === 'ended') return problem(401, 'unauthenticated', '请先登录。');
  if (path === '/me') {
    if (world === 'locked') return ok({ ...data.me, ...LOCKED_CLERK });
    if (world === 'visitor') return problem(401, 'unauthenticated', '请先登录。');
    if (world === 'no-shop') return ok({ ...data.me, tenant: null, role: null, mallUrl: null });
    if (world === 'empty') return ok({ ...data.me, tenant: { ...data.shop, state: 'open' } });
    return ok({ ...data.me, user });
  }
  if (world === 'down') return problem(503, 'unavailable', '暂时读不到，稍后自动重试（编号 req_fixture）');
  if (path.startsWith('/slugs/')) {
    const taken = path.endsWith('/taken');
    return ok({ free: !taken, reason: taken ? 'taken' : null });
  }
  const clerk = clerkAnswer(path, world);
  if (clerk) return ok(clerk);
  if (path.startsWith('/onboarding')) return ok(data.onboarding);
  if (/^\/counter(\/|$)/.test(path)) return counterAnswer({ path, body, isEmpty: world === 'empty' });
  if (path === '/tenant/closing') return ok(world === 'empty' ? NOTHING_OWED : OWED);
  if (path === '/settings') return ok(world === 'empty' ? NO_SETTINGS : SETTINGS);
  if (method !== 'GET') return writeAnswer(path);
  return world === 'empty' ? emptyAnswer(path) : fullAnswer(path, url);
}

function problem(status: number, code: string, detail: string): Answer {
  return {
    status,
    body: {
      type: `https://pointmall.dev/problems/${code}`,
      code,
      title: '',
      detail,
      instance: 'req_fixture',
    },
  };
}

function writeAnswer(path: string): Answer {
  if (path.endsWith('/purchases')) {
    return ok({
      state: 'credited',
      channel: 'counter',
      orderId: '1',
      points: 128,
      countedBefore: null,
      balances: data.overview.balances,
    });
  }
  if (path.endsWith('/refunds/quote')) {
    const lines = [
      { lineId: '1', category: '换季清仓', amountMinor: 12_800, refundedMinor: 2_800 },
      { lineId: '2', category: null, amountMinor: 9_900, refundedMinor: 0 },
    ];
    const taken = { takenPoints: 149, lapsedPoints: 0, owedPoints: 50, writtenOffPoints: 0 };
    return ok({ status: 'completed', lines, taken });
  }
  if (path === '/members') return { status: 201, body: data.overview.member };
  if (path.startsWith('/payments')) return ok(PAYMENTS.late);
  if (path === '/pictures') return { status: 201, body: { pictureKey: `${'a'.repeat(64)}.svg`, url: '' } };
  if (path.startsWith('/design')) return ok({ ...DESIGN, draftVersion: 'draft-2' });
  if (path === '/widget/keys') return ok({ ...WIDGET.keys[0], secret: 'pms_fixture' });
  if (path.startsWith('/redemptions/')) return ok(redemptions[0]);
  if (path === '/rewards/order') return ok(data.shelf);
  if (path.startsWith('/rewards')) return ok(data.rewards[0]);
  if (path === '/programme') return ok(data.programme);
  if (path === '/api-keys')
    return ok({ ...apiKeys.items[0], key: 'pmk_live_0123456789abcdefghijklmnopqrstuvwxyz' });
  return ok(data.shop);
}

const apiKeys = {
  items: [
    {
      id: 'key_1',
      name: '收银机',
      prefix: 'pmk_9f2c',
      scopes: ['orders:write', 'members:read'],
      createdAt: data.agoAt(500),
      lastUsedAt: data.agoAt(1),
      revokedAt: null,
    },
  ],
};

function emptyAnswer(path: string): Answer {
  if (path === '/home') return ok(emptyHome);
  if (path === '/home/figures') return ok(emptyFigures());
  if (path === '/unpublished') return ok({ design: 0, rewards: [] });
  if (path === '/notices')
    return ok({ email: null, choice: { muted: [], locale: null, quietNights: false } });
  const joining = joiningAnswer(path, 'empty') ?? profileAnswer(path, 'empty');
  if (joining) return ok(joining);
  if (path === '/design') return ok(DESIGN);
  if (path === '/programme') return ok({ live: null, next: null });
  if (path === '/payments') return ok(PAYMENTS.unconnected);
  if (path === '/widget') return ok({ ...WIDGET, origins: [], keys: [] });
  if (path === '/staff') return ok({ members: staff.members.slice(0, 1), invitations: [], links: [] });
  return ok({ items: [], counts: {}, tooMany: false, nextCursor: null });
}

function fullAnswer(path: string, url: URL): Answer {
  if (path === '/home') return ok(home);
  if (path === '/home/figures') return ok(figures);
  if (path === '/unpublished') return ok(unpublished);
  if (path === '/letters') return ok(letters);
  if (path === '/notices') return ok(notices);
  if (path === '/notices/log') return ok(noticeLog);
  if (path === '/payments') return ok(PAYMENTS.late);
  if (path === '/widget') return ok(WIDGET);
  const joining = joiningAnswer(path, 'full') ?? profileAnswer(path, 'full');
  if (joining) return ok(joining);
  if (path === '/design') return ok(DESIGN);
  const imports = importsAnswer(path);
  if (imports) return ok(imports);
  if (path === '/design/versions') return ok(DESIGN_VERSIONS);
  if (path === '/design/preview') return ok({ url: '/?design=sealed', untilMs: Date.now() + 7_200_000 });
  if (path === '/programme') return ok(data.programme);
  if (path === '/programme/versions') return ok(data.versions);
  if (path === '/rewards') return ok(data.shelf);
  if (path.startsWith('/rewards/')) return ok(data.rewards.find(({ id }) => path.endsWith(id)));
  if (path === '/members') {
    const none = url.searchParams.get('search') === '没有';
    return ok({ items: none ? [] : data.members, tooMany: false, nextCursor: null });
  }
  if (path.endsWith('/entries')) return ok(data.entries);
  if (path === '/members/find') return ok(data.overview.member);
  if (path.endsWith('/timeline')) return ok(timeline);
  if (path.startsWith('/members/')) return ok(data.overview);
  if (path === '/redemptions') return ok(redemptionList(url.searchParams));
  if (path.startsWith('/vouchers/')) return ok(redemptions.find(({ voucher }) => voucher !== null));
  if (path.startsWith('/redemptions/') && path.endsWith('/trail')) return ok(trail);
  if (path.startsWith('/redemptions/')) return ok(redemptions.find(({ id }) => path.endsWith(id)));
  if (path === '/api-keys') return ok(apiKeys);
  if (path === '/questions') return ok({ items: questions, nextCursor: null });
  if (path === '/staff') return ok(staff);
  if (path === '/audit-log') return ok(AUDIT_LOG);
  return problem(404, 'not-found', '这里没有内容。');
}
