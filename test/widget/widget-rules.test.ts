import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { pointsWithWord } from '../../src/messages/points-name.ts';
import { readDelivery, typedFrom } from '../../web/widget/delivery.ts';
import { around, fill } from '../../web/widget/fill.ts';
import { balanceOf } from '../../web/widget/known-balance.ts';
import { isSlug, mallOrigin } from '../../web/widget/place.ts';
import { pointsText } from '../../web/widget/points-text.ts';
import type { ShopState } from '../../web/widget/shop.ts';

describe('where a mall answers', () => {
  test.each([
    ['https://pointmall.example/widget.js', 'www.shop.example', 'mianyu', 'https://mianyu.pointmall.example'],
    ['http://localhost:8787/widget.js', 'shop.localhost:9000', 'mianyu', 'http://mianyu.localhost:8787'],
    [
      'https://mianyu.pointmall.example/widget.js',
      'mianyu.pointmall.example',
      'mianyu',
      'https://mianyu.pointmall.example',
    ],
    // A shop may be called like the product itself.
    [
      'https://pointmall.example/widget.js',
      'www.shop.example',
      'pointmall',
      'https://pointmall.pointmall.example',
    ],
  ])('%s on %s for %s: %s', (script, page, slug, origin) => {
    expect(mallOrigin(script, page, slug)).toBe(origin);
  });

  test('only what can be a host’s label is asked', () => {
    expect(['mianyu', 'a', 'shop-2'].every(isSlug)).toBe(true);
    expect(['', null, undefined, 'a.b', '-a', 'a-', 'evil.example/', 'Ä', 'A'].some(isSlug)).toBe(false);
  });
});

describe('a balance', () => {
  const mall = { is: 'known', value: { currency: 'CNY' } } as unknown as ShopState['mall'];
  const member = (availablePoints: number) =>
    ({ is: 'known', value: { balances: { availablePoints } } }) as unknown as ShopState['member'];

  test('is a figure only when both the mall and the member are known', () => {
    expect(balanceOf({ mall, member: member(1286) })).toMatchObject({ is: 'known', points: 1286 });
    expect(balanceOf({ mall, member: member(0) })).toMatchObject({ is: 'known', points: 0 });
    expect(balanceOf({ mall, member: member(-60) })).toMatchObject({ is: 'known', points: 0 });
  });

  test.each([
    [{ mall: { is: 'unknown' }, member: member(5) }, 'unknown'],
    [{ mall, member: { is: 'unknown' } }, 'unknown'],
    [{ mall: { is: 'unknown' }, member: { is: 'visitor' } }, 'unknown'],
    [{ mall, member: { is: 'loading' } }, 'loading'],
    [{ mall: { is: 'loading' }, member: member(5) }, 'loading'],
    [{ mall, member: { is: 'visitor' } }, 'visitor'],
    [{ mall, member: { is: 'refused', words: '' } }, 'refused'],
  ] as [ShopState, string][])('is no figure otherwise, and never 0 (case %#)', (state, is) => {
    expect(balanceOf(state)).toEqual({ is });
  });
});

describe('an address', () => {
  const known = {
    recipientName: '林小满',
    phone: '+86 138 0013 8000',
    country: 'CN',
    region: '上海市',
    city: '徐汇区',
    line1: '安福路 1 号',
    line2: null,
    postalCode: null,
  };

  test('that is known comes back as it was', () => {
    expect(readDelivery(typedFrom(known, 'TW'))).toEqual({ ok: true, delivery: known });
  });

  test('begins in the shop’s own country, with everything that is needed missing', () => {
    expect(readDelivery(typedFrom(null, 'CN'))).toEqual({
      ok: false,
      missing: ['recipientName', 'phone', 'region', 'city', 'line1'],
    });
  });

  test('needs a postcode where parcels do, and digits may be typed at full width', () => {
    const typed = { ...typedFrom(known, null), phone: ' ０９０１２３４５６７８ ', country: 'JP' };
    expect(readDelivery(typed)).toEqual({ ok: false, missing: ['postalCode'] });
    expect(readDelivery({ ...typed, postalCode: '150-0001' })).toMatchObject({
      ok: true,
      delivery: { phone: '09012345678', postalCode: '150-0001' },
    });
  });
});

test('a balance is said as everywhere else in the product', () => {
  const name = { one: 'petal', other: 'petals' };
  const names = {
    'zh-CN': { one: '花瓣', other: '花瓣' },
    'zh-TW': { one: '花瓣', other: '花瓣' },
    en: name,
  };
  for (const locale of LOCALES)
    for (const points of [0, 1, 2, 21, 100, 999, 1000, 1286, 12_345, 1_000_000, 9_007_199_254_740_991])
      expect(pointsText(names[locale], points)).toBe(pointsWithWord(names, locale, points));
});

test('values go into messages as they are, also when they look like one', () => {
  expect(fill('{points} more and {reward} is yours', { points: '5 {unit}', reward: '$&' })).toBe(
    '5 {unit} more and $& is yours',
  );
  expect(around('再得 5 积分就能换{reward}', 'reward')).toEqual(['再得 5 积分就能换', '']);
});
