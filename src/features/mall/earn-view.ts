import type { EarnView } from '../../../web/mall/earn.tsx';
import type { Words } from '../../../web/mall/words.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { minorPerMajor } from '../../domain/money.ts';
import type { Rational } from '../../domain/programme/programme.ts';
import { earnsAt } from '../../domain/shop-closing.ts';
import type { MallManifest } from '../publication/manifest.ts';
import { joinOfferOf } from './join-offer.ts';
import { spendForPoints } from './reward-action.ts';
import { entryWords, programmeAt, rateWords } from './rules-view.ts';
import { type HomeSource, memberView, nameOf, offersOf } from './shelf.ts';

/** More than these a list does not say; the rules have the rest. */
const CATEGORIES_MAX = 6;
const ON_NOW_MAX = 4;
/** What starts later than this is not "on now" to anyone. */
const SOON_MS = 14 * 86_400_000;
/** Amounts that examples are made with, in major units: the first that shows ten points or more. */
const EXAMPLE_MAJORS = [100, 1000, 10_000] as const;
const EXAMPLE_POINTS_MIN = 10n;

/** How points are earned here, each way with an example in money, what is on, and what they lead to. */
export function earnView(words: Words, source: HomeSource & Pick<EarnView, 'profilePoints'>): EarnView {
  const { manifest } = source;
  const { current, next } = programmeAt(manifest.programme, words.nowMs);
  const { firstReward, affordable, dearestFirst } = offersOf(words, source);
  const earns = earnsAt(manifest.tenant.closing, words.nowMs);
  const joinOffer = joinOfferOf(words, manifest, dearestFirst);
  const { currency } = manifest.tenant;
  const majors = exampleMajors(current?.baseRate ?? null);
  const example = (rate: Rational) =>
    words.t('earnPage.example', {
      amount: words.format.money(majors * minorPerMajor(currency), currency),
      points: words.format.points(Number(pointsFor(majors, rate))),
    });
  const categories = (current?.categoryRates ?? []).toSorted((a, b) => compareRates(b.rate, a.rate));
  return {
    member: memberView(source.member),
    joinOffer,
    firstReward,
    profilePoints: source.profilePoints,
    canRedeem: affordable.length > 0,
    base: current && {
      rate: words.t('rule.base', rateWords(words, current.baseRate, currency)),
      example: example(current.baseRate),
      entry: entryWords(words, current),
    },
    categories: categories.slice(0, CATEGORIES_MAX).map(({ category, rate }) => ({
      name: { text: category, lang: words.shopLocale },
      example: rate.numerator === 0 ? null : example(rate),
      isMore: current !== null && compareRates(rate, current.baseRate) > 0,
    })),
    onNow: onNow(words, manifest),
    next:
      next && earns
        ? words.t('earnPage.next', { time: words.format.dateTime(next.effectiveAtMs, words.nowMs) })
        : null,
    spend: earns
      ? spendWords(words, source, {
          baseRate: current?.baseRate ?? null,
          reward: firstReward,
          joinPoints: joinOffer?.points ?? 0,
        })
      : null,
  };
}

/** Rewards that can be had for a while only, and those that begin soon. */
function onNow(words: Words, manifest: MallManifest): EarnView['onNow'] {
  const { nowMs, format, t } = words;
  return manifest.rewards
    .filter(({ state }) => state === 'live')
    .flatMap((card) => {
      const { startsAtMs, endsAtMs } = termsAt(card, nowMs).current;
      const starts = startsAtMs !== null && startsAtMs > nowMs ? startsAtMs : null;
      if (starts !== null && starts > nowMs + SOON_MS) return [];
      if (starts === null && (endsAtMs === null || endsAtMs <= nowMs)) return [];
      const when =
        starts === null
          ? t('reward.until', { time: format.dateTime(endsAtMs ?? nowMs, nowMs) })
          : t('badge.notStarted', { time: format.dateTime(starts, nowMs) });
      return [
        { rewardId: card.rewardId, name: nameOf(words, card), when, atMs: starts ?? endsAtMs ?? nowMs },
      ];
    })
    .toSorted((a, b) => a.atMs - b.atMs)
    .slice(0, ON_NOW_MAX)
    .map(({ atMs: _order, ...reward }) => reward);
}

/** What has to be bought until the next reward; null where nothing has, or nothing helps. */
function spendWords(
  words: Words,
  { member, manifest }: HomeSource,
  {
    baseRate,
    reward,
    joinPoints,
  }: { baseRate: Rational | null; reward: EarnView['firstReward']; joinPoints: number },
): string | null {
  if (reward === null || baseRate === null || member.kind === 'unknown') return null;
  const { availablePoints, pendingPoints } =
    member.kind === 'known' ? member.overview.balances : { availablePoints: joinPoints, pendingPoints: 0 };
  const missingPoints = reward.points - availablePoints - pendingPoints;
  const { currency } = manifest.tenant;
  const amountMinor =
    missingPoints > 0 ? spendForPoints(missingPoints, baseRate, minorPerMajor(currency)) : null;
  return amountMinor === null ? null : words.format.money(amountMinor, currency);
}

function exampleMajors(rate: Rational | null): number {
  const shown = EXAMPLE_MAJORS.find((majors) => rate && pointsFor(majors, rate) >= EXAMPLE_POINTS_MIN);
  return shown ?? EXAMPLE_MAJORS[0];
}

function pointsFor(majors: number, { numerator, denominator }: Rational): bigint {
  return (BigInt(majors) * BigInt(numerator)) / BigInt(denominator);
}

function compareRates(a: Rational, b: Rational): number {
  const difference =
    BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
