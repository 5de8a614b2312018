import type { Locale, LocalizedText } from '../locale.ts';
import { refuse } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { type CashMix, isSameMix, mixBounds } from './cash-mix.ts';
import { decidePriceChange } from './price-change.ts';
import type { PriceTerms, PublishedTerms } from './price-terms.ts';
import {
  type CouponTerms,
  isSameVoucher,
  kindOf,
  type RewardKind,
  type VoucherTerms,
} from './reward-kind.ts';

/** A reward as its editor has it; what is not filled in yet is null. */
export type RewardDraft = {
  /** Absent: goods. Fixed from the first publish on. */
  kind?: RewardKind;
  /** Of a coupon; what is not filled in yet is null or absent. */
  coupon?: CouponTerms | null;
  /** How long its voucher counts; null or absent: for ever. */
  validDays?: number | null;
  names: LocalizedText;
  descriptions: LocalizedText;
  pointsEach: number | null;
  /** Cash for part of the price; absent or null where points alone pay. */
  mix?: DraftMix | null;
  marketPriceMinor: number | null;
  /** The shop's own cost: never published. */
  costMinor: number | null;
  limitPerMember: number | null;
  startsAtMs: number | null;
  endsAtMs: number | null;
  /** Units to open the stock with, null for unlimited; counted by the stock from the first publish on. */
  units: number | null;
  pictureKey: string | null;
};

/** A mix as a merchant types it: the least points, and the cash beside them. */
export type DraftMix = { currency: string; pointsMin: number; cashMinor: number };

/** What members see of a reward. `revision` counts its publications. */
export type PublishedReward = PublishedTerms & {
  revision: number;
  /** Absent: goods. */
  kind?: RewardKind;
  names: LocalizedText;
  descriptions: LocalizedText;
  marketPriceMinor: number | null;
  limitPerMember: number | null;
  pictureKey: string | null;
};

export type RewardPublication = {
  published: PublishedReward;
  /** New price versions for the stock's gate, oldest first. */
  newTerms: PriceTerms[];
};

type Decision = { ok: true; value: RewardPublication } | { ok: false; refusal: Refusal };

/** What publishing the draft now would show, or the first thing that the draft still lacks. */
export function decideRewardPublication(
  draft: RewardDraft,
  published: PublishedReward | null,
  nowMs: number,
): Decision {
  const { names, descriptions, pointsEach, startsAtMs, endsAtMs } = draft;
  if (!Object.values(names).some(Boolean)) return lacking('names', 'missing');
  if (pointsEach === null) return lacking('pointsEach', 'missing');
  if (startsAtMs !== null && endsAtMs !== null && endsAtMs <= startsAtMs) {
    return lacking('endsAt', 'not_after_startsAt');
  }
  const mix = mixOf(pointsEach, draft.mix);
  if (mix === 'wrong') return lacking('mix.pointsMin', 'not_below_pointsEach');
  if (mix && mixBounds({ pointsEach, mix }) === null) return lacking('mix.cashMinor', 'too_little_to_charge');
  const voucher = voucherOf(draft);
  if (voucher === 'wrong') return lacking('coupon.faceMinor', 'missing');
  const { faceMinor = 0, minimumSpendMinor = null } = voucher?.coupon ?? {};
  if (minimumSpendMinor !== null && minimumSpendMinor < faceMinor)
    return lacking('coupon.minimumSpendMinor', 'below_faceMinor');
  const wanted = { pointsEach, ...(mix && { mix }), ...(voucher && { voucher }), startsAtMs, endsAtMs };
  const { terms, publish } = decidePriceChange(published, wanted, nowMs);
  const { marketPriceMinor, limitPerMember, pictureKey } = draft;
  return {
    ok: true,
    value: {
      published: {
        ...terms,
        revision: (published?.revision ?? 0) + 1,
        ...(voucher && { kind: kindOf(draft) }),
        names,
        descriptions,
        marketPriceMinor,
        limitPerMember,
        pictureKey,
      },
      newTerms: publish,
    },
  };
}

/** Whether members see something else than the draft says. The shop's own cost is no part of that. */
export function hasUnpublishedChanges(draft: RewardDraft, published: PublishedReward | null): boolean {
  if (published === null) return true;
  const shown = published.next ?? published.current;
  return (
    draft.pointsEach !== shown.pointsEach ||
    differsInMix(draft, shown) ||
    differsInVoucher(draft, published, shown) ||
    draft.startsAtMs !== shown.startsAtMs ||
    draft.endsAtMs !== shown.endsAtMs ||
    draft.marketPriceMinor !== published.marketPriceMinor ||
    draft.limitPerMember !== published.limitPerMember ||
    draft.pictureKey !== published.pictureKey ||
    differ(draft.names, published.names) ||
    differ(draft.descriptions, published.descriptions)
  );
}

/** The published form of a typed mix: the cash that each point not paid costs, exactly. */
function mixOf(pointsEach: number, mix: DraftMix | null | undefined): CashMix | undefined | 'wrong' {
  if (!mix) return undefined;
  const { currency, pointsMin, cashMinor } = mix;
  if (pointsMin >= pointsEach) return 'wrong';
  return { currency, pointsMin, cashPerPoint: { numerator: cashMinor, denominator: pointsEach - pointsMin } };
}

function differsInMix({ pointsEach, mix }: RewardDraft, shown: PriceTerms): boolean {
  if (pointsEach === null) return true;
  const wanted = mixOf(pointsEach, mix);
  return wanted === 'wrong' || !isSameMix(wanted, shown.mix);
}

/** The published form of what a draft says of its voucher; undefined for goods. */
function voucherOf(draft: RewardDraft): VoucherTerms | undefined | 'wrong' {
  const { coupon, validDays = null } = draft;
  switch (kindOf(draft)) {
    case 'goods':
      return undefined;
    case 'coupon':
      return coupon ? { coupon, validDays } : 'wrong';
    case 'service':
      return { validDays };
  }
}

function differsInVoucher(draft: RewardDraft, published: PublishedReward, shown: PriceTerms): boolean {
  const wanted = voucherOf(draft);
  return wanted === 'wrong' || kindOf(draft) !== kindOf(published) || !isSameVoucher(wanted, shown.voucher);
}

function differ(left: LocalizedText, right: LocalizedText): boolean {
  const locales = new Set([...Object.keys(left), ...Object.keys(right)]) as Set<Locale>;
  return [...locales].some((locale) => (left[locale] ?? '') !== (right[locale] ?? ''));
}

function lacking(field: string, reason: string) {
  return refuse({ code: 'invalid_input', field, reason });
}
