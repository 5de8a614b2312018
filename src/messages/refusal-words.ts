import type { AnyRefusal } from '../lib/result.ts';
import { areaWords } from './area-words.ts';
import { countryName } from './country-name.ts';
import { type FormatSetting, formatFor } from './format.ts';
import { translator } from './translator.ts';

export type RefusalWords = { title: string; detail: string };

/** Says a refusal in the reader's language, with the shop's word for points and its time zone. */
export function refusalWords(refusal: AnyRefusal, setting: FormatSetting, nowMs: number): RefusalWords {
  const t = translator(setting.locale, 'errors');
  return { title: t(`${refusal.code}.title`), detail: refusalDetail(refusal, setting, nowMs) };
}

function refusalDetail(refusal: AnyRefusal, setting: FormatSetting, nowMs: number): string {
  const t = translator(setting.locale, 'errors');
  const format = formatFor(setting);
  switch (refusal.code) {
    case 'invalid_input':
    case 'order_changed':
      return t(`${refusal.code}.detail`, { field: refusal.field });
    case 'currency_mismatch':
      return t('currency_mismatch.detail', { expected: refusal.expected, found: refusal.found });
    case 'refund_exceeds_line':
      return t('refund_exceeds_line.detail', { lineId: refusal.lineId });
    case 'not_started':
      return t('not_started.detail', { time: format.dateTime(refusal.startsAtMs, nowMs) });
    case 'ended':
      return t('ended.detail', { time: format.dateTime(refusal.endedAtMs, nowMs) });
    case 'shop_closed':
      return t('shop_closed.detail', { date: format.lastDay(refusal.closedAtMs, nowMs) });
    case 'earning_ended':
      return t('earning_ended.detail', { time: format.dateTime(refusal.endedAtMs, nowMs) });
    case 'handed_over':
      return t('handed_over.detail', { time: format.dateTime(refusal.handedOverAtMs, nowMs) });
    case 'voucher_used':
      return t('voucher_used.detail', { time: format.dateTime(refusal.usedAtMs, nowMs) });
    case 'voucher_expired':
      return t('voucher_expired.detail', { time: format.lastDay(refusal.expiredAtMs, nowMs) });
    case 'changed_elsewhere': {
      const { byName: who, changedAtMs } = refusal;
      if (who === undefined || changedAtMs === undefined) return t('changed_elsewhere.detail');
      return t('changed_elsewhere.by', { who, time: format.dateTime(changedAtMs, nowMs) });
    }
    case 'cash_taken': {
      const time = format.dateTime(refusal.takenAtMs, nowMs);
      const who = refusal.byName ?? '';
      return who ? t('cash_taken.by', { time, who }) : t('cash_taken.detail', { time });
    }
    case 'price_changed':
      return t('price_changed.detail', { price: format.points(refusal.pointsEach) });
    case 'limit_reached':
      return t('limit_reached.detail', { limit: refusal.limit, taken: refusal.taken });
    case 'cash_changed': {
      const paid = refusal.toldMinor === 0;
      const amount = format.money(refusal.cashBackMinor, refusal.currency);
      return t(`cash_changed.${paid ? 'paid' : 'detail'}`, { amount });
    }
    case 'too_many_holds':
    case 'too_many_cancel_requests':
    case 'too_many_origins':
    case 'too_many_keys':
      return t(`${refusal.code}.detail`, { limit: refusal.limit });
    case 'insufficient_points':
      return t('insufficient_points.detail', {
        points: format.points(refusal.missingPoints),
        unit: format.unit,
      });
    case 'adjustment_over_limit':
      return t('adjustment_over_limit.detail', { points: format.points(refusal.limitPoints) });
    case 'shipping_fee_changed': {
      const { feeMinor, toldMinor, currency } = refusal;
      return t('shipping_fee_changed.detail', {
        told: format.money(toldMinor, currency),
        fee: format.money(feeMinor, currency),
        unit: format.unit,
      });
    }
    case 'region_not_served': {
      const { pickUp } = refusal;
      const areas = areaWords(refusal.areas, setting.locale);
      const way = areas === '' ? 'onlyPickUp' : pickUp ? 'orPickUp' : 'detail';
      return t(`region_not_served.${way}`, { areas, unit: format.unit });
    }
    case 'sold_out':
      return t('sold_out.detail', { unit: format.unit });
    case 'payment_unavailable':
      return t('payment_unavailable.detail', { unit: format.unit });
    case 'stopped':
      return t('stopped.detail', { unit: format.unit });
    case 'code_wrong':
    case 'pin_wrong':
      return t(`${refusal.code}.detail`, { triesLeft: refusal.triesLeft });
    case 'proof_needed':
      return t('proof_needed.detail', { points: format.points(refusal.abovePoints) });
    case 'grant_over_limit': {
      const { limit, limitPoints, points } = refusal;
      return t(`grant_over_limit.${limit}`, {
        limit: format.points(limitPoints),
        points: format.points(points),
      });
    }
    case 'undo_too_late':
      return t('undo_too_late.detail', { minutes: refusal.minutes });
    case 'locked':
      return t('locked.detail', { minutes: refusal.minutes });
    case 'too_many_requests':
      return refusal.seconds > 90
        ? t('too_many_requests.later', { minutes: Math.ceil(refusal.seconds / 60) })
        : t('too_many_requests.detail', { seconds: refusal.seconds });
    case 'country_without_cards':
      return t('country_without_cards.detail', { country: countryName(setting.locale, refusal.country) });
    case 'stripe_refused':
      return t('stripe_refused.detail', { reason: refusal.reason });
    default:
      return t(`${refusal.code}.detail`);
  }
}
