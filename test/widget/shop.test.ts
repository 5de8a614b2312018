import { afterEach, expect, test, vi } from 'vitest';
import type { Identify, Page } from '../../web/widget/contract.ts';
import { createShop } from '../../web/widget/shop.ts';

afterEach(() => vi.unstubAllGlobals());

type Sent = { path: string; bearer: string | null; body: unknown };

/**
 * A page with one mall. The host's site signs in whom `identify` names; a bearer names its member, and those
 * in `over` have ended.
 */
function pageWith(identify: Identify) {
  const sent: Sent[] = [];
  const over = new Set<string>();
  const opening = new Map<string, Promise<void>>();
  vi.stubGlobal('document', { hidden: false, addEventListener: () => undefined });
  vi.stubGlobal('location', { host: 'site.test' });
  vi.stubGlobal(
    'fetch',
    async (url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
      const path = new URL(url).pathname.replace('/widget/v1', '');
      const bearer = headers.authorization?.replace('Bearer ', '') ?? null;
      const content = body ? JSON.parse(body) : null;
      sent.push({ path, bearer, body: content });
      if (path === '/session') {
        await opening.get(content.token);
        return Response.json({
          bearer: content.token,
          member: { id: `mem of ${content.token.split(' ')[0]}` },
        });
      }
      if (path === '/mall') return Response.json({});
      if (bearer !== null && over.has(bearer))
        return Response.json({ code: 'unauthenticated', detail: '' }, { status: 401 });
      return Response.json({ of: bearer });
    },
  );
  const page = {
    settings: { scriptUrl: 'https://example.com/widget.js', mall: 'shop', locale: 'en', scheme: 'auto' },
    elements: new Set(),
    identify,
    load: async () => undefined,
    emit: () => undefined,
    hears: () => false,
  } as unknown as Page;
  return { shop: createShop(page, 'shop'), page, sent, over, opening };
}

test('what one member asked for is never sent as another, who is signed in when the session is renewed', async () => {
  let signedIn = 'ann';
  const { shop, sent, over } = pageWith(() => `${signedIn} ${sent.length}`);
  await shop.load();
  const [bearer] = sent.flatMap((each) => (each.path === '/me' ? [each.bearer] : []));
  // A quarter of an hour later, in another tab of this browser, Ann has left the site and Bo has come.
  over.add(bearer ?? '');
  signedIn = 'bo';
  const wish = { rewardId: 'rwd_1', delivery: { recipientName: 'Ann' } };
  const answer = await shop.ask('/me/redemptions', { post: wish, key: 'k1' });
  const wishes = sent
    .filter(({ path }) => path === '/me/redemptions')
    .map((each) => each.bearer?.split(' ')[0]);
  expect(wishes).not.toContain('bo');
  expect(answer.kind).not.toBe('ok');
});

test('an answer that comes late from a session that was ended says nothing of who is signed in', async () => {
  let signedIn = 'ann';
  const { shop, sent, opening } = pageWith(() => signedIn);
  let letAnnIn: () => void = () => undefined;
  opening.set('ann', new Promise((resolve) => (letAnnIn = resolve)));
  const first = shop.load();
  await vi.waitFor(() => expect(sent.some(({ path }) => path === '/session')).toBe(true));
  signedIn = 'bo';
  shop.forgetMember();
  await vi.waitFor(() => expect(shop.memberId()).toBe('mem of bo'));
  letAnnIn();
  await first;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(shop.memberId()).toBe('mem of bo');
  shop.keepSent({ recipientName: 'Bo' } as never, shop.memberId());
  signedIn = 'ann';
  opening.delete('ann');
  shop.forgetMember();
  await vi.waitFor(() => expect(shop.memberId()).toBe('mem of ann'));
  expect(shop.sentTo()).toBe(null);
});

test('a wish that is sent again is sent as who wished, also where a look has renewed the session before', async () => {
  let signedIn = 'ann';
  const { shop, sent, over } = pageWith(() => `${signedIn} ${sent.length}`);
  await shop.load();
  const asker = shop.memberId();
  over.add(sent.findLast(({ path }) => path === '/me')?.bearer ?? '');
  signedIn = 'bo';
  await shop.load();
  expect(shop.memberId()).toBe('mem of bo');
  const answer = await shop.ask('/me/redemptions', { post: {}, key: 'k1' }, { asker });
  expect([answer.kind, sent.filter(({ path }) => path === '/me/redemptions')]).toEqual(['visitor', []]);
});

test('of whoever was there before nothing is shown or offered to another, however late an answer comes', async () => {
  let signedIn = 'ann';
  const { shop, over } = pageWith(() => signedIn);
  await shop.load();
  const shown: unknown[] = [];
  shop.watch(() => shown.push([shop.memberId(), shop.state().member.is]));
  const asker = shop.memberId();
  over.add('ann');
  signedIn = 'bo';
  await shop.load();
  expect(shown.filter((each) => String(each).startsWith('mem of bo'))[0]).toEqual(['mem of bo', 'loading']);
  // Only now comes the answer to what Ann had sent.
  shop.keepSent({ recipientName: 'Ann' } as never, asker);
  expect(shop.sentTo()).toBe(null);
});
