import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mallTickets, members } from '../../src/db/schema/index.ts';
import { newBrowser } from '../identity/browser.ts';
import { openWidget, SITE, type Widget } from './widget-world.ts';
import { must, newKey } from './world.ts';

let widget: Widget;
let host: string;
beforeAll(async () => {
  widget = await openWidget();
  host = `${widget.shop.tenant.slug}.localhost:8787`;
});

const visitor = () => newBrowser(host, { origin: `http://${host}` });
type Visitor = ReturnType<typeof visitor>;

/** The address that a member's widget opens, and the ticket in it. */
async function ticketOf(bearer: string, to = '/points') {
  const { status, body } = await widget.ask('/me/ticket', { bearer, json: { to }, key: '' });
  expect([status, Object.keys(body)]).toEqual([201, ['url']]);
  const url = new URL(String(body.url));
  expect([url.host, url.pathname]).toEqual([host, '/enter']);
  return { path: url.pathname + url.search, ticket: url.searchParams.get('ticket') ?? '' };
}

const enter = (browser: Visitor, ticket: string) =>
  browser.send('/enter', { method: 'POST', form: { ticket } });
const placeOf = (response: Response) => [response.status, response.headers.get('location')];
const isSignedIn = async (browser: Visitor) => (await browser.send('/points')).status === 200;

const OVER = [303, '/sign-in?ended=link&to=%2Fpoints'];

describe('a ticket', () => {
  test('opens the page it was made for, signed in, and looking at its address uses nothing up', async () => {
    const { bearer } = await widget.signedIn('enters');
    const { path, ticket } = await ticketOf(bearer, '/rewards/rwd_1?lang=en');
    const browser = visitor();
    for (let look = 0; look < 3; look += 1) {
      const page = await browser.send(path, { headers: { referer: `${SITE}/` } });
      expect([page.status, page.headers.get('cache-control'), page.headers.getSetCookie()]).toEqual([
        200,
        'no-store',
        [],
      ]);
      const html = await page.text();
      expect(html).toMatch(/<form method="post" action="\/enter"[^>]*data-auto="yes"/);
      expect(html).toContain(`name="ticket" value="${ticket}"`);
    }
    expect(placeOf(await enter(browser, ticket))).toEqual([303, '/rewards/rwd_1?lang=en']);
    expect([...browser.cookies.keys()]).toEqual(['__Host-pm_member']);
    expect(await isSignedIn(browser)).toBe(true);
  });

  test('lets one of twenty in that bring it at once, and nobody later', async () => {
    const { bearer } = await widget.signedIn('at once');
    const { ticket } = await ticketOf(bearer);
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(visitor(), ticket)));
    const places = answers.map(placeOf);
    expect(places.filter(([, location]) => location === '/points')).toHaveLength(1);
    expect(places.filter(([, location]) => location !== '/points')).toEqual(Array(19).fill(OVER));
    const late = visitor();
    expect(placeOf(await enter(late, ticket))).toEqual(OVER);
    expect(await isSignedIn(late)).toBe(false);
    const notice = await late.send(String(OVER[1]));
    expect(await notice.text()).toContain('works once and for a minute');
  });

  test('brought again by the member it let in leads on, as pressing twice should', async () => {
    const { bearer } = await widget.signedIn('twice');
    const { ticket } = await ticketOf(bearer);
    const browser = visitor();
    await enter(browser, ticket);
    expect(placeOf(await enter(browser, ticket))).toEqual([303, '/points']);
  });

  test('is over after a minute', async () => {
    const { bearer } = await widget.signedIn('late');
    const { ticket } = await ticketOf(bearer);
    const { db, tenant } = widget.shop.owner;
    const expired = { expiresAtMs: Date.now() - 1 };
    await db.batch(tenant.id, [
      db.build.update(mallTickets).set(expired).where(eq(mallTickets.tenantId, tenant.id)),
    ]);
    const browser = visitor();
    expect(placeOf(await enter(browser, ticket))).toEqual(OVER);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('lives a minute and stands in the table as a hash alone', async () => {
    const { bearer, memberId } = await widget.signedIn('kept');
    const { ticket } = await ticketOf(bearer);
    const { db, tenant } = widget.shop.owner;
    const [rows] = await db.batch(tenant.id, [
      db.build.select().from(mallTickets).where(eq(mallTickets.memberId, memberId)),
    ]);
    const lifeMs = (rows[0]?.expiresAtMs ?? 0) - Date.now();
    expect([rows.length, lifeMs > 50_000, lifeMs <= 60_000]).toEqual([1, true, true]);
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });

  test('of one shop opens nothing in another', async () => {
    const { bearer } = await widget.signedIn('foreign');
    const { ticket } = await ticketOf(bearer);
    const other = await openWidget();
    const elsewhere = `${other.shop.tenant.slug}.localhost:8787`;
    const browser = newBrowser(elsewhere, { origin: `http://${elsewhere}` });
    expect(placeOf(await enter(browser, ticket))).toEqual([303, '/sign-in?ended=link&to=%2F']);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('ends with the member’s sessions, and with her membership', async () => {
    const { bearer, memberId } = await widget.signedIn('ended');
    const first = await ticketOf(bearer);
    const account = widget.shop.member(memberId).accounts.of(memberId);
    must(await account.endSessions({ key: newKey(), actor: { kind: 'member', id: memberId } }));
    expect(placeOf(await enter(visitor(), first.ticket))).toEqual(OVER);
    const { bearer: fresh } = await widget.signedIn('ended');
    const second = await ticketOf(fresh);
    const { db, tenant } = widget.shop.owner;
    await db.batch(tenant.id, [
      db.build.update(members).set({ state: 'blocked' }).where(eq(members.id, memberId)),
    ]);
    expect(placeOf(await enter(visitor(), second.ticket))).toEqual(OVER);
    const refused = await widget.session({ sub: 'ended' });
    expect([refused.status, refused.body.code]).toEqual([409, 'account-frozen']);
  });

  test.each(['', 'x', 'a'.repeat(31), 'a'.repeat(33), '../../sign-in', "' or 1=1 --"])(
    'that is none (%j) leads to signing in',
    async (text) => {
      const browser = visitor();
      expect(placeOf(await browser.send(`/enter?ticket=${encodeURIComponent(text)}`))).toEqual([
        303,
        '/sign-in?ended=link&to=%2F',
      ]);
      expect(placeOf(await enter(browser, text))).toEqual([303, '/sign-in?ended=link&to=%2F']);
    },
  );

  test.each([
    ['a stranger’s page', { referer: 'https://evil.example/' }],
    ['a page that names no origin', {}],
    ['a neighbour’s mall', { referer: 'http://other.localhost:8787/' }],
    ['a page whose address only looks like the site’s', { referer: 'https://shop.example.evil.example/' }],
    ['nonsense', { referer: 'shop.example' }],
  ])('followed from %s goes on by a press alone, which says as whom', async (_, headers) => {
    const { bearer } = await widget.signedIn('led astray');
    const { path, ticket } = await ticketOf(bearer);
    const page = await visitor().send(path, { headers });
    const html = await page.text();
    expect(html).not.toContain('data-auto');
    expect(html).toMatch(/Continue as \S/);
    expect(placeOf(await enter(visitor(), ticket))).toEqual([303, '/points']);
  });

  test('followed inside the mall goes on by itself', async () => {
    const { bearer } = await widget.signedIn('inside');
    const { path } = await ticketOf(bearer);
    const page = await visitor().send(path, { headers: { referer: `http://${host}/points` } });
    expect(await page.text()).toContain('data-auto="yes"');
  });

  test('sent from another site’s form is refused', async () => {
    const { bearer } = await widget.signedIn('cross');
    const { ticket } = await ticketOf(bearer);
    const elsewhere = newBrowser(host, { origin: 'https://evil.example' });
    expect((await enter(elsewhere, ticket)).status).toBe(403);
    expect(placeOf(await enter(visitor(), ticket))).toEqual([303, '/points']);
  });

  test('of another member than the one who is signed in asks first, and changes her only then', async () => {
    const [mine, theirs] = [await widget.signedIn('mine'), await widget.signedIn('theirs')];
    const browser = visitor();
    await enter(browser, (await ticketOf(mine.bearer)).ticket);
    const again = await browser.send((await ticketOf(mine.bearer)).path);
    expect(await again.text()).toContain('data-auto');
    const other = await ticketOf(theirs.bearer);
    const asked = await browser.send(other.path);
    const html = await asked.text();
    expect(html).not.toContain('data-auto');
    expect(html).toContain('signed in here as another member');
    const cookie = browser.cookies.get('__Host-pm_member');
    expect(cookie).toContain(mine.memberId);
    await enter(browser, other.ticket);
    expect(browser.cookies.get('__Host-pm_member')).toContain(theirs.memberId);
  });
});

test('a member gets no more ways in than she can press for, and others get theirs', async () => {
  const [many, other] = [await widget.signedIn('presses on and on'), await widget.signedIn('patient')];
  const statuses = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const { status } = await widget.ask('/me/ticket', {
        bearer: many.bearer,
        json: { to: '/points' },
        key: '',
      });
      return status;
    }),
  );
  expect([...new Set(statuses)].toSorted()).toEqual([201, 429]);
  expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(40);
  await ticketOf(other.bearer);
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'points',
  ' /points',
  `/${'x'.repeat(600)}`,
])('no ticket is made that leads to %j', async (to) => {
  const { bearer } = await widget.signedIn('redirects');
  const { status, body } = await widget.ask('/me/ticket', { bearer, json: { to }, key: '' });
  expect([status, body.code]).toEqual([400, 'invalid-input']);
});
