import { describe, expect, test } from 'vitest';
import {
  entryReason,
  memberName,
  newMemberFrom,
  parsePoints,
  spacedNumber,
} from '../../web/console/members/model.ts';
import { membersSearch } from '../../web/console/members/search.ts';

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
  const entry = { seq: 1, at: '2026-11-01T00:00:00Z', points: 1, balanceAfter: 1 };

  test('names the order of a purchase', () => {
    expect(entryReason({ ...entry, type: 'points.earned', why: { orderId: '8842' } })).toEqual({
      kind: 'earned',
      reference: '8842',
      redemptionId: null,
      adjustReason: null,
      note: null,
    });
  });

  test('names reason and note of an adjustment', () => {
    const why = { reason: 'goodwill', note: '抱歉' };
    expect(entryReason({ ...entry, type: 'points.adjusted', why })).toEqual({
      kind: 'adjusted',
      reference: null,
      redemptionId: null,
      adjustReason: 'goodwill',
      note: '抱歉',
    });
  });

  test('is a plain movement for a type that is newer than this console', () => {
    expect(entryReason({ ...entry, type: 'points.transferred', why: {} }).kind).toBe('other');
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
