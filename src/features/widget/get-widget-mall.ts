import type { Words } from '../../../web/mall/words.ts';
import { type CashMix, mixBounds } from '../../domain/catalogue/cash-mix.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { PLAIN_POINTS_ICON, POINTS_ICON_PATHS } from '../../domain/design/points-icon.ts';
import { homeCountry } from '../../domain/home-country.ts';
import { minorPerMajor } from '../../domain/money.ts';
import { rateInWholes } from '../../domain/programme/rate-in-wholes.ts';
import type { ThemeColours } from '../../domain/shop.ts';
import { shippingFeeMinor } from '../../domain/shop-settings.ts';
import type { StockBand } from '../../domain/stock/stock-band.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { feeWords, receiveWays } from '../mall/delivery-words.ts';
import { paymentMethods } from '../mall/payment-methods.ts';
import { nameOf } from '../mall/shelf.ts';
import { worthOf } from '../mall/voucher-view.ts';
import type { MallManifest, ProgrammeSummary, RewardCard } from '../publication/manifest.ts';
import type { StockBands } from '../publication/read-mall.ts';
import type { WidgetMall } from './mall-schemas.ts';

/** A panel shows a few; the mall shows all. */
const REWARDS_MAX = 12;
const HEX_COLOUR = /^#[0-9a-fA-F]{6}$/;

/** The rewards that the widget lists, in the shop's own order. */
export function widgetCards({ rewards }: MallManifest): RewardCard[] {
  return rewards.filter(({ state }) => state === 'live').slice(0, REWARDS_MAX);
}

type Source = { manifest: MallManifest; bands: StockBands; mallUrl: string };

/** The published mall as the widget draws it before anybody is signed in. */
export function widgetMall(words: Words, { manifest, bands, mallUrl }: Source): WidgetMall {
  const { tenant, theme, pointsName, programme } = manifest;
  const { slug, name, locale: nameLocale, currency, timeZone } = tenant;
  const { layout, heading, cornerPixels } = theme;
  const takesCash = paymentMethods(manifest).length > 0;
  const reward = (card: RewardCard) =>
    rewardOf(words, { card, band: bands[card.rewardId] ?? 'in', manifest, mallUrl, takesCash });
  return {
    mall: { slug, name, nameLocale, url: mallUrl },
    locale: words.locale,
    timeZone,
    currency,
    pointsName: pointsName[words.locale],
    pointsIcon: POINTS_ICON_PATHS[manifest.design?.pointsIcon ?? PLAIN_POINTS_ICON],
    theme: { layout, heading, cornerPixels, light: safe(theme.light), dark: safe(theme.dark) },
    earning: earningOf(words, programme, currency),
    country: homeCountry(tenant),
    ways: receiveWays(words, manifest).map(({ value, name, line }) => ({ value, name, line })),
    rewards: widgetCards(manifest).map(reward),
  };
}

type Listed = {
  card: RewardCard;
  band: StockBand;
  manifest: MallManifest;
  mallUrl: string;
  takesCash: boolean;
};

function rewardOf(
  words: Words,
  { card, band, manifest, mallUrl, takesCash }: Listed,
): WidgetMall['rewards'][number] {
  const { rewardId, marketPriceMinor, limitPerMember } = card;
  const { currency } = manifest.tenant;
  const { pointsEach, mix, voucher, priceVersion, startsAtMs, endsAtMs } = termsAt(card, words.nowMs).current;
  const name = nameOf(words, card);
  const taken = (takesCash && mix) || null;
  return {
    id: rewardId,
    name: name.text,
    nameLocale: name.lang,
    pictureUrl: card.pictureUrl && new URL(card.pictureUrl, mallUrl).href,
    points: pointsEach,
    mix: taken,
    mixPrice: taken && leastPoints(words, { pointsEach, mix: taken }),
    voucher: voucher
      ? { worth: worthOf(words, voucher.coupon, currency), validity: validityOf(words, voucher.validDays) }
      : null,
    shippingFeeMinor: voucher ? 0 : shippingFeeMinor(manifest.settings?.delivery, pointsEach),
    sentLine: feeWords(words, manifest, pointsEach) ?? words.t('reward.delivery'),
    priceVersion,
    band: typeof band === 'number' ? ('low' as const) : band,
    stockWord: stockWord(words, band),
    startsAt: isoOrNull(startsAtMs),
    endsAt: isoOrNull(endsAtMs),
    marketPriceMinor,
    marketPrice: marketPriceMinor === null ? null : words.format.money(marketPriceMinor, currency),
    limitPerMember,
    path: `/rewards/${rewardId}`,
  };
}

function stockWord({ t }: Words, band: StockBand): string | null {
  if (band === 'in') return null;
  return band === 'out' ? t('badge.soldOut') : t('badge.low', { units: band });
}

function validityOf({ t }: Words, days: number | null): string {
  return days === null ? t('voucher.noEnd') : t('voucher.days', { days });
}

function leastPoints({ t, format }: Words, price: { pointsEach: number; mix: CashMix }): string | null {
  const bounds = mixBounds(price);
  if (!bounds) return null;
  const cash = format.money(bounds.cashMaxMinor, price.mix.currency);
  return t('mix.chosen', { points: format.points(bounds.pointsMin), cash });
}

function earningOf(
  { format, nowMs }: Words,
  { current, next }: MallManifest['programme'],
  currency: string,
): WidgetMall['earning'] {
  const inForce: ProgrammeSummary | null = next && next.effectiveAtMs <= nowMs ? next : current;
  if (!inForce || inForce.baseRate.numerator === 0) return null;
  const { majors, points } = rateInWholes(inForce.baseRate);
  const amountMinor = majors * minorPerMajor(currency);
  return {
    amountMinor,
    amount: format.money(amountMinor, currency),
    points,
    pointsText: format.points(points),
  };
}

/** Nothing that a merchant typed may become style on somebody's page. */
function safe(colours: ThemeColours): Record<string, string> {
  return Object.fromEntries(Object.entries(colours).filter(([, value]) => HEX_COLOUR.test(value)));
}
