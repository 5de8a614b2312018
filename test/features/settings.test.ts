import { expect, test } from 'vitest';
import { read } from '../identity/browser.ts';
import { owner } from '../identity/merchant.ts';

type Shop = Awaited<ReturnType<typeof owner>>;

const BRANCH = {
  id: 'b1',
  name: '徐汇店',
  address: '安福路 1 号',
  phone: '021-5555 0001',
  hours: '10:00–21:00',
  mapUrl: 'https://maps.example.com/1',
  pickUp: true,
};

const settingsOf = async (shop: Shop) => (await read(await shop.browser.send('/api/settings'))).body;
const change = async ({ browser }: Shop, section: string, value: unknown, seen: unknown = null) =>
  read(await browser.send('/api/settings', { method: 'PATCH', json: { section, value, seen } }));

test('a shop that has set nothing is told so, with the figures of each part', async () => {
  const shop = await owner();
  expect(await settingsOf(shop)).toEqual({
    settings: { branches: null, delivery: null, returns: null, languages: null, developers: null },
    pickUp: false,
    developers: false,
    figures: {
      apiKeys: 0,
      origins: 0,
      memberQuestions: 0,
      memberQuestionPoints: 0,
      grantPoints: 2000,
      dayPoints: 20_000,
      online: false,
      counter: false,
      lettersSent: 0,
      lettersFailed: 0,
    },
    plan: { activeMembers: 0, activeMembersMax: 200, since: expect.stringMatching(/^\d{4}-\d{2}-01$/) },
  });
});

test('one section is set anew and the others stay; whoever has read an older one changes nothing', async () => {
  const shop = await owner();
  await change(shop, 'branches', [BRANCH]);
  await change(shop, 'developers', true);
  const overtaken = await change(shop, 'branches', []);
  expect([overtaken.status, overtaken.body.code]).toEqual([409, 'changed-elsewhere']);
  const moved = [{ ...BRANCH, address: '武康路 2 号' }];
  const { body } = await change(shop, 'branches', moved, [BRANCH]);
  expect(body).toMatchObject({
    settings: { branches: moved, developers: true },
    developers: true,
    pickUp: true,
  });
});

test('two who change one section at once: one is told of the other, and nothing is mixed', async () => {
  const shop = await owner();
  const answers = await Promise.all([change(shop, 'branches', [BRANCH]), change(shop, 'branches', [])]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('what makes no sense is refused and changes nothing', async () => {
  const shop = await owner();
  const wrong: [string, unknown][] = [
    ['branches', [{ ...BRANCH, mapUrl: 'javascript:alert(1)' }]],
    ['branches', [BRANCH, BRANCH]],
    ['branches', [{ ...BRANCH, name: ' ' }]],
    ['delivery', { ships: false, pickUp: false, areas: null, fee: null }],
    ['delivery', { ships: true, pickUp: false, areas: [{ country: 'CN', regions: ['XX'] }], fee: null }],
    ['delivery', { ships: true, pickUp: false, areas: [], fee: null }],
    ['delivery', { ships: true, pickUp: false, areas: null, fee: { amountMinor: 0, freeFromPoints: null } }],
    ['returns', { days: -1, texts: {} }],
    ['languages', []],
    ['languages', ['en', 'en']],
  ];
  for (const [section, value] of wrong) {
    const { status, body } = await change(shop, section, value);
    expect([section, status, body.code]).toEqual([section, 400, 'invalid-input']);
  }
  expect(Object.values((await settingsOf(shop)).settings as object)).toEqual([null, null, null, null, null]);
});

test('the first of the languages is the shop’s own from then on', async () => {
  const shop = await owner();
  await change(shop, 'languages', ['en', 'zh-CN']);
  const { body } = await read(await shop.browser.send('/api/tenant'));
  expect(body.locale).toBe('en');
});
