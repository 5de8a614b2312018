import { expect, test } from 'vitest';
import { actionWords } from '../../web/console/audit-log/model.ts';
import { eventWords, hasBegun, missingAtOpening, openingSteps, toDos } from '../../web/console/home/model.ts';
import { sectionsFor } from '../../web/console/shell/sections.ts';
import { rolesToInvite } from '../../web/console/staff/roles.ts';
import { changesOf, looksLikePhone, shopFormOf } from '../../web/console/tenants/model.ts';
import { shop } from './fixture-data.ts';

test('to-dos are only the lists with something in them, cash that is owed to a member first', () => {
  const home = {
    toShip: 2,
    cancelRequests: 0,
    openQuestions: 0,
    missingPoints: 1,
    nearlyGone: 2,
    inFulfilment: 1,
  };
  expect(toDos({ ...home, refunds: 1, counterPayments: 3, vouchersToVerify: 4 })).toEqual([
    { list: 'refunds', count: 1 },
    { list: 'to_ship', count: 2 },
    { list: 'missing_points', count: 1 },
    { list: 'awaiting_payment', count: 3 },
    { list: 'issued', count: 4 },
    { list: 'in_fulfilment', count: 1 },
    { list: 'nearly_gone', count: 2 },
  ]);
});

test('a new shop is told what is left before its first member', () => {
  const home = { liveRewards: 0, hasProgramme: true };
  expect(openingSteps(false, { state: 'building' }, home)).toEqual([
    { step: 'email', done: false },
    { step: 'programme', done: true },
    { step: 'reward', done: false },
    { step: 'open', done: false },
  ]);
});

test('steps stay until all are done, the mall being open or not', () => {
  const steps = openingSteps(true, { state: 'open' }, { liveRewards: 0, hasProgramme: false });
  expect([missingAtOpening(steps), steps.every(({ done }) => done)]).toEqual([
    ['programme', 'reward'],
    false,
  ]);
});

test('events of the books alone are not told', () => {
  expect([eventWords('points.earned'), eventWords('lot.matured'), eventWords('toString')]).toEqual([
    'earned',
    null,
    null,
  ]);
});

test('an action that this console does not know is shown by its code', () => {
  expect([actionWords('points.adjust'), actionWords('later.feature'), actionWords('constructor')]).toEqual([
    'pointsAdjusted',
    null,
    null,
  ]);
});

test('a clerk is offered what a clerk may open', () => {
  expect(sectionsFor('clerk').map(({ name }) => name)).toEqual(['counter']);
  expect(sectionsFor('owner').filter(({ phone }) => phone === 'bar')).toHaveLength(4);
});

test('only an owner hands out more than the role of a clerk', () => {
  expect([rolesToInvite('owner'), rolesToInvite('manager')]).toEqual([
    ['clerk', 'manager', 'owner'],
    ['clerk'],
  ]);
});

test('the shop’s fields are sent as the shop they came from', () => {
  const { name, timeZone, contact } = shop;
  const sent = (before: typeof contact) => changesOf(shopFormOf({ ...shop, contact: before }), before);
  expect(sent(contact)).toEqual({ name, timeZone, contact: { wechat: null, ...contact } });
  expect(sent({ ...contact, pickUp: false }).contact).toMatchObject({ pickUp: false });
});

test.each([
  ['021-6281 0000', true],
  ['+86 138 0013 8000', true],
  ['(02) 2712-0000 轉 12', true],
  ['110', true],
  ['abc😀', false],
  ['12', false],
])('“%s” can be dialled: %s', (phone, dialled) => {
  expect(looksLikePhone(phone)).toBe(dialled);
});

test('what the steps were told is opened by the steps; a shop that set itself up by hand opens here', () => {
  const picked = { picks: { tote: { ticked: true } } } as unknown as Parameters<typeof hasBegun>[0];
  expect([
    hasBegun({ step: 'goal', picks: {} }),
    hasBegun({ step: 'rewards', picks: {} }),
    hasBegun({ ...picked, step: 'goal' }),
  ]).toEqual([false, true, true]);
});
