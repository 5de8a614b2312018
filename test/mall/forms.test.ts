import { describe, expect, test } from 'vitest';
import { shopIcon } from '../../src/domain/design/shop-icon.ts';
import { addressFields, readAddress, typedAddress, typedFrom } from '../../src/features/mall/address-form.ts';
import { countryOptions } from '../../src/features/mall/countries.ts';
import { readText } from '../../src/features/mall/read-form.ts';
import { readRedeemForm } from '../../src/features/mall/redeem-form.ts';
import { returnPath } from '../../src/features/mall/return-path.ts';
import { frame } from './fixtures.ts';

const { words } = frame('zh-CN', '/');
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

const GOOD = {
  recipientName: ' 林小满 ',
  phone: '138 0013 8000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: '',
  postalCode: ' ',
};

test('a field that is cut in the middle of an emoji is still text', () => {
  expect(readText(form({ reason: 'ab🎁' }), 'reason', 3)).toBe('ab\ufffd');
});

describe('the address form', () => {
  test('reads a whole address, trimmed, with what was left empty as absent', () => {
    expect(readAddress(words, typedAddress(form(GOOD)))).toEqual({
      ok: true,
      address: { ...GOOD, recipientName: '林小满', line2: null, postalCode: null },
    });
  });

  test('names every field that is wrong and keeps what was typed in all of them', () => {
    const typed = typedAddress(
      form({ ...GOOD, recipientName: '  ', phone: 'call me', city: 'x'.repeat(61), country: 'nowhere' }),
    );
    const reading = readAddress(words, typed);
    expect(reading).toEqual({
      ok: false,
      errors: {
        recipientName: '请填写收件人',
        phone: '手机号不对，请检查；其他国家或地区的号码请以 + 和区号开头',
        city: '城市最多 60 个字',
        country: '请选择国家或地区',
      },
    });
    const fields = addressFields(typed, reading.ok ? {} : reading.errors);
    expect([fields.phone, fields.line1]).toEqual([
      { value: 'call me', error: '手机号不对，请检查；其他国家或地区的号码请以 + 和区号开头' },
      { value: '安福路 1 号', error: null },
    ]);
  });

  test.each([
    ['TW', '(02) 2345-6789'],
    ['CN', '+886 912 345 678'],
  ])('takes a number of %s as people write it: %s', (country, phone) => {
    const typed = typedAddress(form({ ...GOOD, country, phone }));
    expect(readAddress(words, typed)).toMatchObject({ ok: true, address: { phone } });
  });

  test('asks for a postcode where no parcel arrives without one', () => {
    const home = { ...GOOD, country: 'US', phone: '(415) 555-0100' };
    const read = (postalCode: string) => readAddress(words, typedAddress(form({ ...home, postalCode })));
    expect(read(' ')).toEqual({ ok: false, errors: { postalCode: '请填写邮编' } });
    expect(read('94103')).toMatchObject({ ok: true, address: { phone: '(415) 555-0100' } });
  });

  test('takes digits of full width and stores plain ones', () => {
    const typed = typedAddress(form({ ...GOOD, phone: '１３８００１３８０００' }));
    expect(readAddress(words, typed)).toMatchObject({ ok: true, address: { phone: '13800138000' } });
  });

  test('refuses a number too short to ring anywhere and a country that does not exist', () => {
    const typed = typedAddress(form({ ...GOOD, phone: '1234', country: 'ZZ' }));
    expect(readAddress(words, typed)).toMatchObject({
      errors: { phone: expect.any(String), country: '请选择国家或地区' },
    });
  });

  test('keeps characters that no keyboard makes out of the database', () => {
    const typed = typedAddress(form({ ...GOOD, city: 'a\u0000b\r\nc' }));
    expect(readAddress(words, typed)).toMatchObject({ ok: true, address: { city: 'a b  c' } });
  });

  test('a form without the fields is an empty form, not a crash', () => {
    expect(readAddress(words, typedAddress(new FormData()))).toMatchObject({ ok: false });
  });

  test('starts with the saved address, else with the shop’s own country', () => {
    expect(typedFrom(null, 'TW', '+886912345678')).toMatchObject({
      country: 'TW',
      line1: '',
      phone: '+886 912 345 678',
    });
    const saved = { ...GOOD, line2: null, postalCode: null };
    expect(typedFrom(saved, 'TW', '+886912345678')).toEqual({ ...GOOD, postalCode: '' });
    expect(countryOptions('en', 'TW')[0]).toEqual({ code: 'TW', name: 'Taiwan' });
    expect(countryOptions('en', null)[0]?.code).toBe('CN');
  });
});

describe('the hidden fields of the confirm form', () => {
  const sent = { idempotencyKey: 'k-1', priceVersion: '3', pointsEach: '500' };
  test('are the price as seen and the key', () => {
    expect(readRedeemForm(form(sent))).toEqual({
      key: 'k-1',
      priceVersion: 3,
      pointsEach: 500,
      cashEachMinor: 0,
      payment: null,
      shippingFeeMinor: null,
    });
  });

  test('and the parcel’s fee as seen, which may be nothing', () => {
    expect(readRedeemForm(form({ ...sent, shippingFeeMinor: '0' }))).toMatchObject({ shippingFeeMinor: 0 });
  });

  test.each([
    { ...sent, pointsEach: '-500' },
    { ...sent, pointsEach: '0.5' },
    { ...sent, pointsEach: '0' },
    { ...sent, priceVersion: '' },
    { ...sent, idempotencyKey: '' },
    { ...sent, idempotencyKey: 'x'.repeat(300) },
    {},
  ])('%j was not made by our page', (fields) => {
    expect(readRedeemForm(form(fields as Record<string, string>))).toBeNull();
  });
});

test.each([
  ['/points?before=3', '/points?before=3'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/.//evil.example', '/'],
  ['/rules/..//evil.example/x', '/'],
  ['/%2e//evil.example', '/'],
  ['', '/'],
  [null, '/'],
])('going back to %j leads to %s', (to, path) => {
  expect(returnPath(to)).toBe(path);
});

test('a shop’s icon holds nothing that its name could smuggle in', () => {
  expect(shopIcon({ name: '<script>', colours: null })).not.toContain('<script');
  expect(shopIcon({ name: '棉屿', colours: null })).toContain('>棉</text>');
});
