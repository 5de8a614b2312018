import { describe, expect, test } from 'vitest';
import {
  entryReason,
  givenUntil,
  memberName,
  newMemberFrom,
  parsePoints,
  pendingUntilMs,
  spacedNumber,
} from '../../web/console/members/model.ts';
import { newReceiptLine, readReceipt } from '../../web/console/members/receipt.ts';
import { readRefund } from '../../web/console/members/refund.ts';
import { membersSearch } from '../../web/console/members/search.ts';
import { whyOf } from './fixture-data.ts';

test.each([
  ['13800001234', { phone: '13800001234', email: '', displayName: '' }],
  ['+86 138-0000-1234', { phone: '+86 138-0000-1234', email: '', displayName: '' }],
  ['lin@example.com', { phone: '', email: 'lin@example.com', displayName: '' }],
  ['林小满', { phone: '', email: '', displayName: '林小满' }],
  ['', { phone: '', email: '', displayName: '' }],
])('a search for “%s” starts a new member with what it is', (search, expected) => {
  expect(newMemberFrom(search)).toEqual(expected);
});

test('a member is called by name, else phone, else e-mail, else number', () => {
  const all = { number: '10000009', email: 'a@b.c', phone: '+8613800001234', displayName: '林小满' };
  expect([
    memberName(all),
    memberName({ ...all, displayName: '' }),
    memberName({ ...all, displayName: '', phone: null }),
    memberName({ number: '10000009' }),
  ]).toEqual(['林小满', '+8613800001234', 'a@b.c', '10000009']);
});

test('a number is set four and four', () => {
  expect(spacedNumber('10000009')).toBe('1000 0009');
});

test.each([
  ['20', 20],
  ['+20', 20],
  ['-3', -3],
  ['−3', -3],
  ['1,280', 1280],
  ['0', null],
  ['1.5', null],
  ['99999999999', null],
  ['many', null],
])('points typed as “%s” are %s', (text, points) => {
  expect(parsePoints(text)).toBe(points);
});

describe('the reason of an entry', () => {
  const nothing = {
    order: null,
    computation: null,
    redemptionId: null,
    adjustReason: null,
    imported: null,
    note: null,
  };
  const rate = { numerator: 1, denominator: 2 };
  const line = { lineId: '1', category: '换季清仓', amountMinor: 19_999, rate, points: 99 };
  const purchase = (orderId: string, lines = [line]) =>
    whyOf({ kind: 'order', channel: 'web', orderId, trace: { programmeVersion: 1, lines, points: 99 } });

  test('names the order of a purchase and what it was multiplied by', () => {
    expect(entryReason({ type: 'points.earned', why: purchase('8842') })).toEqual({
      ...nothing,
      kind: 'earned',
      order: '8842',
      computation: { amountMinor: 19_999, rate, category: '换季清仓' },
    });
  });

  test('leaves out a computation of several lines', () => {
    const why = purchase('8842', [line, line]);
    expect(entryReason({ type: 'points.earned', why })).toEqual({
      ...nothing,
      kind: 'earned',
      order: '8842',
    });
  });

  test.each([
    ['9d942cc1-269e-4108-938b-488eb03c5930', null],
    ['R-1001', 'R-1001'],
  ])('calls a purchase in the shop one, and shows no number that is only ours: %s', (orderId, order) => {
    const why = { ...purchase(orderId), channel: 'counter', trace: null };
    expect(entryReason({ type: 'points.earned', why })).toEqual({ ...nothing, kind: 'earnedInShop', order });
    expect(entryReason({ type: 'points.clawed_back', why: { ...why, kind: 'refund' } })).toEqual({
      ...nothing,
      kind: 'clawedBack',
      order,
    });
    expect(entryReason({ type: 'points.clawed_back', why })).toEqual({
      ...nothing,
      kind: 'undone',
      order,
    });
  });

  test('shows a number that another channel gave, whatever it looks like', () => {
    const orderId = '9d942cc1-269e-4108-938b-488eb03c5930';
    expect(entryReason({ type: 'points.earned', why: purchase(orderId, [line, line]) }).order).toBe(orderId);
  });

  test('says of a list that was taken back that it was', () => {
    const why = whyOf({ kind: 'import_reversal' });
    expect(entryReason({ type: 'points.clawed_back', why })).toEqual({ ...nothing, kind: 'importReversed' });
  });

  test('names reason and note of an adjustment', () => {
    const why = whyOf({ kind: 'adjustment', reason: 'goodwill', note: '抱歉' });
    expect(entryReason({ type: 'points.adjusted', why })).toEqual({
      ...nothing,
      kind: 'adjusted',
      adjustReason: 'goodwill',
      note: '抱歉',
    });
  });

  test('calls what came with a list of older cards by what it was there', () => {
    const why = whyOf({ kind: 'import', movement: 'balance', note: '纸质积分卡 0117' });
    expect(entryReason({ type: 'points.earned', why })).toEqual({
      ...nothing,
      kind: 'earned',
      imported: 'balance',
      note: '纸质积分卡 0117',
    });
  });

  test('names the redemption that took or gave back points', () => {
    const why = whyOf({ kind: 'redemption', redemptionId: 'rdm_1' });
    expect(entryReason({ type: 'points.returned', why })).toEqual({
      ...nothing,
      kind: 'returned',
      redemptionId: 'rdm_1',
    });
  });

  test('is a plain movement for a type that is newer than this console', () => {
    expect(entryReason({ type: 'points.transferred', why: whyOf({}) })).toEqual({
      ...nothing,
      kind: 'other',
    });
  });
});

test.each([
  [{ search: 13800001234 }, { search: '13800001234' }],
  [{ search: '林' }, { search: '林' }],
  [{ search: ' ' }, {}],
  [{}, {}],
])('the address %o keeps the search as text', (address, search) => {
  expect(membersSearch(address)).toEqual(search);
});

describe('a receipt as typed', () => {
  const line = { id: 1, amount: '128.50', category: null };
  test('is its amounts, each with its category', () => {
    const other = { ...newReceiptLine([line]), amount: '20', category: '换季清仓' };
    expect(readReceipt([line, other], 'CNY')).toEqual([
      { amountMinor: 12_850, category: null },
      { amountMinor: 2_000, category: '换季清仓' },
    ]);
  });

  test.each(['', '0', 'abc'])('is none while an amount is %j', (amount) => {
    expect(readReceipt([line, { ...line, id: 2, amount }], 'CNY')).toBe(null);
  });
});

test('points that cannot be spent yet say until when, and only those', () => {
  const entry = (type: string, availableAt: string | null) => ({ type, why: whyOf({ availableAt }) });
  const at = '2026-11-10T00:00:00Z';
  const atMs = Date.parse(at);
  expect([
    pendingUntilMs(entry('points.earned', at), atMs - 1),
    pendingUntilMs(entry('points.earned', at), atMs),
    pendingUntilMs(entry('points.earned', null), 0),
    pendingUntilMs(entry('points.adjusted', at), 0),
  ]).toEqual([atMs, null, null, null]);
});

describe('a return as typed', () => {
  const lines = [
    { lineId: '1', category: null, amountMinor: 12_800, refundedMinor: 2_800 },
    { lineId: '2', category: '换季清仓', amountMinor: 9_900, refundedMinor: 0 },
  ];
  test.each<[Record<string, string>, unknown]>([
    [{ '1': '100' }, [{ lineId: '1', amountMinor: 10_000 }]],
    [
      { '1': '0.01', '2': '99' },
      [
        { lineId: '1', amountMinor: 1 },
        { lineId: '2', amountMinor: 9_900 },
      ],
    ],
    [{ '1': '100.01' }, null],
    [{ '1': '0' }, null],
    [{ '2': ' ' }, null],
  ])('%o is %o', (typed, expected) => {
    expect(readRefund(lines, typed, 'CNY')).toEqual(expected);
  });
});

test('points given by hand live as long as those that are earned today', () => {
  const nowMs = Date.parse('2026-11-22T08:00:00Z');
  const until = (expiry: Parameters<typeof givenUntil>[0]) => givenUntil(expiry, 'Asia/Shanghai', nowMs);
  expect([until(null), until({ kind: 'never' }), until({ kind: 'end_of_next_year' })]).toEqual([
    null,
    null,
    Date.parse('2027-12-31T16:00:00Z'),
  ]);
});
