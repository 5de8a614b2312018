import { expect, test } from 'vitest';
import en from '../../src/messages/en/console.ts';
import zhCN from '../../src/messages/zh-CN/console.ts';
import { kindWords, leadsTo } from '../../web/console/letters/model.ts';
import { fitting, movedBy } from '../../web/console/search/model.ts';
import { placesFor } from '../../web/console/search/places.ts';
import { keepsRoom, unpublishedOf } from '../../web/console/unpublished/model.ts';

type Places = Record<string, { name: string; also: string }>;
const found = (
  typed: string,
  { search }: { search: { places: Places } },
  role: 'owner' | 'manager' = 'owner',
  connects = true,
) =>
  fitting(typed, placesFor(role, connects), ({ name }) => search.places[name] ?? { name: '', also: '' }).map(
    ({ name }) => name,
  );

test('screens and settings are found by their names and by what else they are called', () => {
  expect([
    found('时区', zhCN),
    found('核销', zhCN),
    found('备案号', zhCN),
    found('EXPI', en),
    found('points called', en),
    found('audit', en),
    found('', en),
    found('nothing at all', en),
  ]).toEqual([['timeZone'], ['verify'], ['footer'], ['expiry'], ['pointsName'], ['auditLog'], [], []]);
});

test('what begins with the typed text stands first, and managers are not offered what is the owner’s', () => {
  expect(
    found('store', {
      search: { places: { home: { name: 'In store', also: '' }, shop: { name: 'Store', also: '' } } },
    }),
  ).toEqual(['shop', 'home']);
  expect([found('api', en), found('api', en, 'manager')]).toEqual([
    ['apiKeys', 'developers'],
    ['developers'],
  ]);
});

test('keys and the widget are not found before the shop connects a system of its own; the switch always is', () => {
  expect([found('api', en, 'owner', false), found('widget', en, 'owner', false)]).toEqual([
    ['developers'],
    [],
  ]);
  expect(found('widget', en, 'owner', true)).toEqual(['widget']);
});

test('arrows go around the ends of what was found', () => {
  expect([movedBy(0, -1, 3), movedBy(2, 1, 3), movedBy(0, 1, 3), movedBy(0, 1, 0)]).toEqual([2, 0, 1, 0]);
});

test('the bar counts changes of the design and rewards, and leads to where each is published', () => {
  const reward = (id: string) => ({ id, names: {} });
  expect([
    unpublishedOf({ design: 0, rewards: [] }),
    unpublishedOf({ design: 2, rewards: [] }),
    unpublishedOf({ design: 0, rewards: [reward('rwd_1')] }),
    unpublishedOf({ design: 1, rewards: [reward('rwd_1'), reward('rwd_2')] }),
  ]).toEqual([
    null,
    { count: 2, at: [{ to: '/design' }] },
    { count: 1, at: [{ to: '/rewards/$rewardId', params: { rewardId: 'rwd_1' } }] },
    { count: 3, at: [{ to: '/design' }, { to: '/rewards' }] },
  ]);
  expect(['/design', '/rewards/rwd_1', '/counter', '/rewards', '/', '/designs'].map(keepsRoom)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a letter leads to what it tells of; of a closed account and of an unknown kind there is nothing to open', () => {
  const letter = { memberId: 'mem_1', subjectId: 'rdm_1' };
  expect([
    leadsTo({ ...letter, kind: 'order_shipped' })?.to,
    leadsTo({ ...letter, kind: 'question_answered' })?.to,
    leadsTo({ ...letter, kind: 'account_closed' }),
    kindWords('order_shipped'),
    kindWords('toString'),
  ]).toEqual(['/redemptions/$memberId/$redemptionId', '/questions', null, 'order_shipped', null]);
});
