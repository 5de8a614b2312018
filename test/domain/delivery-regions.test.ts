import { expect, test } from 'vitest';
import { delivers, regionCode, regionsOf } from '../../src/domain/delivery-regions.ts';
import { type Delivery, shippingFeeMinor } from '../../src/domain/shop-settings.ts';
import { areaWords } from '../../src/messages/area-words.ts';

const at = (country: string, region: string, city = '') => ({ country, region, city });

test.each([
  [at('CN', '广东省', '深圳市'), 'GD'],
  [at('CN', '廣東', ''), 'GD'],
  [at('CN', 'Guangdong Province', 'Shenzhen'), 'GD'],
  [at('CN', '上海市', '上海市'), 'SH'],
  [at('CN', '市辖区', '上海市'), 'SH'],
  [at('CN', ' inner  mongolia autonomous region'), 'NM'],
  [at('TW', '臺北市', '大安區'), 'TPE'],
  [at('TW', '台北市', '大安區'), 'TPE'],
  [at('TW', 'New Taipei City'), 'NWT'],
  [at('TW', '新竹縣'), 'HSQ'],
  [at('TW', '新竹市'), 'HSZ'],
  [at('CN', '哪里都不是', ''), null],
  [at('JP', '東京都'), null],
])('%j names %s', (place, code) => {
  expect(regionCode(place)).toBe(code);
});

test('every region is found by each of its names, and by no other region’s', () => {
  for (const country of ['CN', 'TW']) {
    for (const { code, names } of regionsOf(country)) {
      for (const name of Object.values(names)) expect(regionCode(at(country, name))).toBe(code);
    }
  }
});

test('parcels go anywhere, to whole countries or to the regions that were chosen; what is not known is not sent to', () => {
  const some = [
    { country: 'CN', regions: ['GD'] },
    { country: 'JP', regions: null },
  ];
  expect([
    delivers(null, at('FR', '')),
    delivers(some, at('CN', '广东')),
    delivers(some, at('CN', '北京')),
    delivers(some, at('CN', '???')),
    delivers(some, at('JP', '???')),
    delivers(some, at('TW', '台北')),
  ]).toEqual([true, true, false, false, true, false]);
});

test('the shop pays the parcel from so many points on', () => {
  const delivery = (freeFromPoints: number | null): Delivery => ({
    ...{ ships: true, pickUp: false, areas: null },
    fee: { amountMinor: 1000, freeFromPoints },
  });
  expect([
    shippingFeeMinor(undefined, 100),
    shippingFeeMinor(delivery(null), 10_000),
    shippingFeeMinor(delivery(500), 499),
    shippingFeeMinor(delivery(500), 500),
  ]).toEqual([0, 1000, 1000, 0]);
});

test('where parcels go is said by name in the reader’s language', () => {
  const areas = [
    { country: 'CN', regions: ['GD', 'SH'] },
    { country: 'JP', regions: null },
  ];
  expect([areaWords(areas, 'zh-CN'), areaWords(areas, 'zh-TW'), areaWords(areas, 'en')]).toEqual([
    '上海、广东、日本',
    '上海、廣東、日本',
    'Shanghai, Guangdong, Japan',
  ]);
});
