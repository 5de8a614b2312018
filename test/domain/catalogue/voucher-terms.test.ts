import { describe, expect, test } from 'vitest';
import {
  decideRewardPublication,
  hasUnpublishedChanges,
  type RewardDraft,
} from '../../../src/domain/catalogue/reward.ts';
import { WORSENING_NOTICE_MS } from '../../../src/domain/notice.ts';

const NOW_MS = 1_000;
const coupon = (given: Partial<RewardDraft> = {}): RewardDraft => ({
  kind: 'coupon',
  coupon: { faceMinor: 3_000, minimumSpendMinor: 15_000 },
  validDays: 30,
  names: { en: 'Coupon' },
  descriptions: {},
  pointsEach: 200,
  marketPriceMinor: null,
  costMinor: null,
  limitPerMember: null,
  startsAtMs: null,
  endsAtMs: null,
  units: null,
  pictureKey: null,
  ...given,
});

function publish(draft: RewardDraft, before: RewardDraft | null = null) {
  const first = before && decideRewardPublication(before, null, NOW_MS);
  if (first && !first.ok) throw new Error(first.refusal.code);
  const published = first ? first.value.published : null;
  const decision = decideRewardPublication(draft, published, NOW_MS);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.value.published;
}

test('what a voucher is good for is part of its price terms; goods say nothing of a kind', () => {
  expect(publish(coupon())).toMatchObject({
    kind: 'coupon',
    current: { voucher: { coupon: { faceMinor: 3_000, minimumSpendMinor: 15_000 }, validDays: 30 } },
  });
  expect(publish(coupon({ kind: 'service' })).current.voucher).toEqual({ validDays: 30 });
  const { kind: _kind, coupon: _terms, validDays: _days, ...goods } = coupon();
  const published = publish(goods);
  expect([published.kind, published.current.voucher]).toEqual([undefined, undefined]);
  expect(hasUnpublishedChanges({ ...goods, kind: 'goods', coupon: null, validDays: null }, published)).toBe(
    false,
  );
});

describe('a voucher that becomes worse is announced like a higher price', () => {
  test.each<[string, Partial<RewardDraft>, number]>([
    ['worth less', { coupon: { faceMinor: 2_000, minimumSpendMinor: 15_000 } }, WORSENING_NOTICE_MS],
    ['asking for more', { coupon: { faceMinor: 3_000, minimumSpendMinor: 20_000 } }, WORSENING_NOTICE_MS],
    ['for fewer days', { validDays: 29 }, WORSENING_NOTICE_MS],
    ['worth more', { coupon: { faceMinor: 4_000, minimumSpendMinor: 15_000 } }, 0],
    ['asking for nothing', { coupon: { faceMinor: 3_000, minimumSpendMinor: null } }, 0],
    ['for ever', { validDays: null }, 0],
  ])('%s', (_, given, noticeMs) => {
    const { current, next } = publish(coupon(given), coupon());
    expect((next ?? current).priceVersion).toBe(2);
    expect((next ?? current).effectiveAtMs).toBe(NOW_MS + noticeMs);
  });
});

test('a coupon without a face value, or with a minimum below it, is not published', () => {
  const refusalOf = (given: Partial<RewardDraft>) => decideRewardPublication(coupon(given), null, NOW_MS);
  expect(refusalOf({ coupon: null })).toEqual({
    ok: false,
    refusal: { code: 'invalid_input', field: 'coupon.faceMinor', reason: 'missing' },
  });
  expect(refusalOf({ coupon: { faceMinor: 100, minimumSpendMinor: 99 } })).toEqual({
    ok: false,
    refusal: { code: 'invalid_input', field: 'coupon.minimumSpendMinor', reason: 'below_faceMinor' },
  });
});
