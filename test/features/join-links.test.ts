import { expect, test, vi } from 'vitest';
import type { JoinLinkAnswer, JoinLinkListAnswer } from '../../src/features/join-links/schemas.ts';
import { unique } from '../identity/merchant.ts';
import { hidden, openMall, signIn } from './mall-shop.ts';

const ADDRESS = {
  recipientName: '林小满',
  phone: '138 0013 8000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: '',
  postalCode: '',
};

type Mall = Awaited<ReturnType<typeof openMall>>;

const newEmail = () => `${unique()}@member.test`;
const make = async (mall: Mall, name: string) =>
  (await mall.call('POST', '/api/join-links', { name })) as JoinLinkAnswer;
const list = async (mall: Mall) => (await mall.call('GET', '/api/join-links')) as JoinLinkListAnswer;
const pathOf = ({ url }: JoinLinkAnswer) => new URL(url).pathname;

async function joinBy(mall: Mall, path: string): Promise<string> {
  const visitor = mall.visitor();
  await visitor.get(path);
  const email = newEmail();
  await signIn(visitor, email);
  return email;
}

async function sourceOf(mall: Mall, email: string) {
  const { items } = (await mall.call('GET', `/api/members?search=${encodeURIComponent(email)}`)) as {
    items: { joinedFrom: string | null; joinLinkId: string | null }[];
  };
  const [member] = items;
  return member && { joinedFrom: member.joinedFrom, joinLinkId: member.joinLinkId };
}

test('each link counts who opened it, who joined by it, and nobody of another link or sheet', async () => {
  const mall = await openMall();
  const door = await make(mall, '门口台卡');
  const group = await make(mall, 'VIP 群 2');
  const email = await joinBy(mall, pathOf(door));
  const onlyLooked = mall.visitor();
  await onlyLooked.get(pathOf(door));
  await onlyLooked.get(pathOf(door));
  await joinBy(mall, '/join?from=table');
  expect(await sourceOf(mall, email)).toEqual({ joinedFrom: 'link', joinLinkId: door.id });
  await vi.waitFor(async () =>
    expect(await list(mall)).toEqual({
      sheets: [
        { sheet: 'poster', scans: 0, joins: 0, firstRedemptions: 0 },
        { sheet: 'table', scans: 1, joins: 1, firstRedemptions: 0 },
      ],
      links: [{ ...door, scans: 2, joins: 1, firstRedemptions: 0 }, group],
    }),
  );
});

test('a link of another shop, and one that nobody made, lead to the mall and count nowhere', async () => {
  const [mall, other] = [await openMall(), await openMall()];
  const theirs = await make(other, 'Theirs');
  const emails = [await joinBy(mall, pathOf(theirs)), await joinBy(mall, '/j/2222abcd')];
  const sources = [await sourceOf(mall, emails[0] ?? ''), await sourceOf(mall, emails[1] ?? '')];
  const none = { joinedFrom: 'mall', joinLinkId: null };
  expect(sources).toEqual([none, none]);
  expect((await list(other)).links).toEqual([theirs]);
});

test('an archived link goes on bringing members; archiving it again changes nothing', async () => {
  const mall = await openMall();
  const door = await make(mall, '门口台卡');
  await mall.call('POST', `/api/join-links/${door.id}/archive`);
  const [archived] = (await list(mall)).links;
  await mall.call('POST', `/api/join-links/${door.id}/archive`);
  const email = await joinBy(mall, pathOf(door));
  expect(await sourceOf(mall, email)).toEqual({ joinedFrom: 'link', joinLinkId: door.id });
  expect((await list(mall)).links).toMatchObject([{ archivedAt: archived?.archivedAt, joins: 1 }]);
});

test('a member who redeems is counted for the link that brought her', async () => {
  const mall = await openMall();
  const rewardId = await mall.addReward({ pointsEach: 100 });
  const door = await make(mall, '门口台卡');
  const visitor = mall.visitor();
  await visitor.get(pathOf(door));
  await signIn(visitor, newEmail());
  const { items } = (await mall.call('GET', '/api/members')) as { items: { id: string }[] };
  await mall.call('POST', `/api/members/${items[0]?.id}/adjustments`, { points: 100, reason: 'goodwill' });
  const path = `/rewards/${rewardId}/confirm`;
  const page = await visitor.get(path);
  const names = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
  const form = Object.fromEntries(names.map((name) => [name, hidden(page, name)]));
  await visitor.post(path, { ...form, ...ADDRESS });
  await vi.waitFor(
    async () => expect((await list(mall)).links).toMatchObject([{ scans: 1, joins: 1, firstRedemptions: 1 }]),
    { timeout: 15_000, interval: 200 },
  );
});
