import { describe, expect, test } from 'vitest';
import { EMPTY_REWARD, readReward } from '../../web/console/catalogue/model.ts';
import { NO_VOUCHER, readVoucher, voucherFormOf } from '../../web/console/catalogue/voucher-form.ts';
import { voucherStanding } from '../../web/console/vouchers/model.ts';
import { verifySearch } from '../../web/console/vouchers/search.ts';
import { shop } from './fixture-data.ts';

const COUPON = { ...NO_VOUCHER, kind: 'coupon', face: '30', minimum: '150' } as const;

describe('the fields of a voucher', () => {
  test('read back as the draft that filled them', () => {
    const draft = {
      kind: 'coupon',
      coupon: { faceMinor: 3_000, minimumSpendMinor: null },
      validDays: null,
    } as const;
    expect(readVoucher(voucherFormOf(draft, 'CNY'), 'CNY')).toEqual({ terms: draft, wrong: [] });
  });

  test.each([
    [{}, []],
    [{ minimum: '' }, []],
    [{ validDays: '' }, []],
    [{ face: '' }, ['face']],
    [{ face: '0' }, ['face']],
    [{ minimum: '29' }, ['minimum']],
    [{ validDays: '0' }, ['validDays']],
    [{ validDays: '3651' }, ['validDays']],
    [{ kind: 'service', face: 'x', minimum: 'x' }, []],
    [{ kind: 'goods', face: 'x', validDays: 'x' }, []],
  ] as const)('%o: wrong is %o', (given, wrong) => {
    expect(readVoucher({ ...COUPON, ...given }, 'CNY').wrong).toEqual(wrong);
  });

  test('without a number of units there are as many as are redeemed; of goods there are none', () => {
    const named = { ...EMPTY_REWARD, names: { ...EMPTY_REWARD.names, en: 'Coupon' } };
    expect(readReward({ ...named, ...COUPON }, shop).changes?.units).toBe(null);
    expect(readReward({ ...named, ...COUPON, units: '5' }, shop).changes?.units).toBe(5);
    expect(readReward(named, shop).changes?.units).toBe(0);
  });
});

test('a voucher stands for a clerk as it does for its account, also a moment after its end', () => {
  const voucher = { code: 'ABCD2345', issuedAt: '', validUntil: '2026-11-22T16:00:00Z', usedAt: null };
  const endMs = Date.parse(voucher.validUntil);
  const at = (state: 'issued' | 'used' | 'expired' | 'cancelled', nowMs: number) =>
    voucherStanding({ state, voucher }, nowMs);
  expect([at('issued', endMs - 1), at('issued', endMs), at('used', endMs), at('cancelled', 0)]).toEqual([
    'usable',
    'expired',
    'used',
    'cancelled',
  ]);
});

test('a code in the address is kept as it was scanned', () => {
  expect([
    verifySearch({ code: ' ABCD2345 ' }),
    verifySearch({ code: 23_456_789 }),
    verifySearch({}),
  ]).toEqual([{ code: 'ABCD2345' }, { code: '23456789' }, {}]);
});
