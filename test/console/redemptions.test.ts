import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { carrierOf, carriersFor } from '../../web/console/redemptions/carriers.ts';
import {
  actionsFor,
  addressLines,
  ageOf,
  countOfList,
  filterOf,
  isLate,
  isToSend,
  labelText,
  sideOf,
  toldTimeline,
  unitsToPick,
} from '../../web/console/redemptions/model.ts';
import {
  firstList,
  listShown,
  openName,
  REDEMPTION_TABS,
  readOpen,
  redemptionsSearch,
  tabOf,
} from '../../web/console/redemptions/search.ts';

describe('what staff can do with a redemption', () => {
  const open = { state: 'open' } as const;
  test.each([
    ['confirmed', null, ['prepare', 'ship', 'cancel']],
    ['in_fulfilment', null, ['ship', 'cancel']],
    ['in_fulfilment', open, ['answerCancel', 'ship']],
    ['shipped', null, ['receive', 'correctParcel']],
    ['in_fulfilment', { state: 'declined' }, ['ship', 'cancel']],
    ['issued', null, ['takeVoucher', 'cancel']],
    ['issued', open, ['answerCancel', 'takeVoucher']],
    ['used', null, []],
    ['expired', null, []],
    ['received', null, []],
    ['cancelled', null, []],
    ['reserving', null, []],
  ] as const)('%s, cancel asked %o: %s', (state, cancelRequest, actions) => {
    expect(actionsFor({ state, pickUp: false, cancelRequest })).toEqual(actions);
  });

  test.each([
    ['confirmed', null, ['markReady', 'handOver', 'cancel']],
    ['in_fulfilment', open, ['answerCancel', 'markReady', 'handOver']],
    ['ready', null, ['handOver', 'cancel']],
    ['ready', open, ['answerCancel', 'handOver']],
    ['received', null, []],
  ] as const)('%s to be picked up, cancel asked %o: %s', (state, cancelRequest, actions) => {
    expect(actionsFor({ state, pickUp: true, cancelRequest })).toEqual(actions);
  });
});

test('each list asks for what its name says, work oldest first', () => {
  expect(REDEMPTION_TABS.map((tab) => filterOf(tab, undefined))).toEqual([
    { state: 'awaiting_payment', order: 'oldest' },
    { state: 'to_ship', order: 'oldest' },
    { state: 'issued' },
    { state: 'shipped' },
    { state: 'after_sales', order: 'oldest' },
    {},
  ]);
  expect(filterOf('refunds', undefined)).toEqual({ state: 'refunds', order: 'oldest' });
  expect(filterOf('to_ship', '林')).toEqual({ state: 'to_ship', search: '林' });
});

test('a list counts nothing where the server names no figure, and says none for all', () => {
  const counts = { to_ship: 2 };
  expect([countOfList('to_ship', counts), countOfList('shipped', counts), countOfList('all', {})]).toEqual([
    2,
    0,
    null,
  ]);
});

test('whoever comes to work sees the first list in which something waits', () => {
  const opened = [
    { to_ship: 1, after_sales: 1, issued: 1 },
    { issued: 3, after_sales: 1 },
    { to_ship: 0, issued: 3, awaiting_payment: 1 },
    { awaiting_payment: 1, shipped: 9 },
    { shipped: 9 },
    {},
  ].map(firstList);
  expect(opened).toEqual(['to_ship', 'after_sales', 'issued', 'awaiting_payment', 'all', 'all']);
});

test.each([
  [{ tab: 'shipped' }, { tab: 'shipped' }],
  [{ tab: 'to_ship' }, { tab: 'to_ship' }],
  [{ tab: 'cancel_requests' }, { tab: 'cancel_requests' }],
  [{ tab: 'nonsense' }, {}],
  [{ search: 13800001234 }, { search: '13800001234' }],
  [{ search: ' 7F3K 9Q12 ' }, { search: '7F3K 9Q12' }],
  [{ search: '林', tab: 'all' }, { search: '林' }],
  [
    { search: '林', tab: 'to_ship' },
    { search: '林', tab: 'to_ship' },
  ],
  [{ search: ' ', tab: 'to_ship' }, { tab: 'to_ship' }],
  [
    { tab: 'all', open: 'mem_1.rdm_2' },
    { tab: 'all', open: 'mem_1.rdm_2' },
  ],
  [{ open: '../members' }, {}],
])('the address %o opens %o', (address, search) => {
  expect(redemptionsSearch(address)).toEqual(search);
});

test('everything is looked through unless a list is named; a part stands under its tab', () => {
  expect([listShown({}), listShown({ search: '林' }), listShown({ search: '林', tab: 'refunds' })]).toEqual([
    null,
    'all',
    'refunds',
  ]);
  expect([tabOf('refunds'), tabOf('in_fulfilment'), tabOf('shipped'), tabOf('undone')]).toEqual([
    'after_sales',
    'to_ship',
    'shipped',
    'all',
  ]);
});

test('a redemption that lies open is found again by its address', () => {
  expect(readOpen(openName({ memberId: 'mem_1a', id: 'rdm_2b' }))).toEqual({
    memberId: 'mem_1a',
    redemptionId: 'rdm_2b',
  });
  expect(readOpen('mem_1/rdm_2')).toBeNull();
});

test('who asked to cancel is answered before anything is packed', () => {
  const open = { state: 'open' } as const;
  expect(isToSend({ state: 'confirmed', pickUp: false, cancelRequest: null })).toBe(true);
  expect(isToSend({ state: 'in_fulfilment', pickUp: false, cancelRequest: open })).toBe(false);
  expect(isToSend({ state: 'shipped', pickUp: false, cancelRequest: null })).toBe(false);
  expect(isToSend({ state: 'confirmed', pickUp: true, cancelRequest: null })).toBe(false);
});

test('a pick list counts each reward once, the most first', () => {
  const line = (rewardId: string, quantity: number) => ({ rewardId, quantity });
  const picked = unitsToPick([
    { lines: [line('cup', 1)] },
    { lines: [line('bag', 2), line('cup', 1)] },
    { lines: [line('bag', 3)] },
  ]);
  expect(picked.map(({ line: { rewardId }, units }) => [rewardId, units])).toEqual([
    ['bag', 5],
    ['cup', 2],
  ]);
});

test('a step says which side took it, and neither where nobody noted it', () => {
  expect(sideOf('redeemed', null)).toBe('member');
  expect(sideOf('shipped', null)).toBe('shop');
  expect(sideOf('cancelled', { kind: 'member', name: null, branch: null })).toBe('member');
  expect(sideOf('cancelled', { kind: 'staff', name: '阿美', branch: null })).toBe('shop');
  expect(sideOf('cancelled', null)).toBeNull();
});

const HOUR_MS = 3_600_000;

test('only what is not shipped can be late, after 48 hours', () => {
  expect([
    isLate('confirmed', 0, 48 * HOUR_MS),
    isLate('confirmed', 0, 48 * HOUR_MS + 1),
    isLate('in_fulfilment', 0, 60 * HOUR_MS),
    isLate('shipped', 0, 600 * HOUR_MS),
  ]).toEqual([false, true, true, false]);
});

test.each([
  [-5_000, { unit: 'minutes', count: 0 }],
  [59 * 60_000, { unit: 'minutes', count: 59 }],
  [31 * HOUR_MS, { unit: 'hours', count: 31 }],
  [48 * HOUR_MS, { unit: 'days', count: 2 }],
])('%i ms ago is said as %o', (ageMs, expected) => {
  expect(ageOf(0, ageMs)).toEqual(expected);
});

describe('an address', () => {
  const delivery = {
    recipientName: '林小满',
    phone: '13800001234',
    country: 'CN',
    region: '浙江省',
    city: '杭州市',
    line1: '文三路 90 号',
    line2: '502 室',
    postalCode: '310012',
  };

  test('is written largest part first where its country does so', () => {
    expect(labelText(delivery)).toBe('林小满 13800001234\n浙江省杭州市文三路 90 号 502 室 310012');
  });

  test('is written smallest part first elsewhere, a city that is its own region once', () => {
    const berlin = {
      ...delivery,
      country: 'DE',
      region: 'Berlin',
      city: 'Berlin',
      line1: 'Torstr. 1',
      line2: null,
    };
    expect(addressLines(berlin).place).toBe('Torstr. 1, Berlin, 310012, DE');
  });
});

describe('the timeline as told', () => {
  const at = '2026-11-01T00:00:00Z';
  type Story = Parameters<typeof toldTimeline>[0];
  const story = (states: Story['state'][], given: Partial<Story> = {}): Story => ({
    state: states.at(-1) ?? 'reserving',
    timeline: states.map((state) => ({ state, at })),
    cancelRequest: null,
    shopReason: null,
    ...given,
  });
  const told = (...states: Story['state'][]) => toldTimeline(story(states)).map((step) => step.told);

  test('leaves out the steps that took a moment', () => {
    expect(told('reserving', 'committing', 'confirmed', 'in_fulfilment', 'shipped')).toEqual([
      'redeemed',
      'confirmed',
      'in_fulfilment',
      'shipped',
    ]);
  });

  test('shows the step in which it stands', () => {
    expect(told('reserving', 'committing')).toEqual(['redeemed', 'committing']);
  });

  test('says of what was never sent that it was handed over', () => {
    expect(told('reserving', 'in_fulfilment', 'received').at(-1)).toBe('handedOver');
    expect(told('reserving', 'in_fulfilment', 'shipped', 'received').at(-1)).toBe('received');
  });

  test('holds the request to cancel and its answer, each with the words that were said', () => {
    const requestedAt = '2026-11-02T00:00:00Z';
    const answeredAt = '2026-11-03T00:00:00Z';
    const before = { requestedAt: '2026-11-01T06:00:00Z', answeredAt: '2026-11-01T09:00:00Z' };
    const declined = {
      state: 'declined' as const,
      reason: '买错了',
      requestedAt,
      answeredAt,
      declinedBefore: [before],
    };
    const told = story(['reserving', 'confirmed', 'in_fulfilment'], {
      cancelRequest: declined,
      shopReason: '已经打包了',
    });
    expect(toldTimeline(told).slice(2)).toEqual([
      { told: 'in_fulfilment', at, note: null },
      { told: 'asked', at: before.requestedAt, note: null },
      { told: 'declined', at: before.answeredAt, note: null },
      { told: 'asked', at: requestedAt, note: '买错了' },
      { told: 'declined', at: answeredAt, note: '已经打包了' },
    ]);
  });

  test("holds the shop's own reason where it cancelled", () => {
    const told = toldTimeline(story(['reserving', 'confirmed', 'cancelled'], { shopReason: '货坏了' }));
    expect(told.at(-1)).toEqual({ told: 'cancelled', at, note: '货坏了' });
  });
});

describe('a tracking number', () => {
  test.each([
    ['zh-CN', 'SF1390000000001', '顺丰速运'],
    ['zh-CN', 'yt 8800 0000 00001', '圆通速递'],
    ['zh-CN', '73512345678901', '中通快递'],
    ['zh-CN', '773123456789012', '申通快递'],
    ['zh-TW', 'SF1390000000001', '順豐速運'],
    ['en', '1Z999AA10123456784', 'UPS'],
    ['en', 'SF1390000000001', 'SF Express'],
  ] as const)('in %s %s is one of %s', (locale, number, carrier) => {
    expect(carrierOf(number, locale)).toBe(carrier);
    expect(carriersFor(locale)).toContain(carrier);
  });

  test.each(['', '12345', 'hello', 'SF13900'])('%j tells no carrier', (number) => {
    expect(LOCALES.map((locale) => carrierOf(number, locale))).toEqual([null, null, null]);
  });
});
