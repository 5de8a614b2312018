import type { RedemptionView } from '../account/contract.ts';
import type { WantedLetter } from '../domain/letter.ts';
import type { Locale } from '../domain/locale.ts';
import { numberOf } from '../domain/redemption/redemption-number.ts';
import type { PointsName } from '../domain/shop.ts';
import { formatFor } from '../messages/format.ts';
import { pickText } from '../messages/localized-text.ts';
import { translator } from '../messages/translator.ts';
import type { LetterParts } from './letter-html.ts';

/** Whose letter it is, and what stands around every one of hers. */
export type LetterSetting = {
  /** The reader's language. */
  locale: Locale;
  shop: { name: string; locale: Locale; timeZone: string; pointsName: PointsName };
  /** The mall's address, without a slash at its end. */
  origin: string;
  nowMs: number;
};

/** What a letter says itself; its foot is the same for all. */
export type LetterWords = Pick<LetterParts, 'title' | 'lines' | 'code' | 'link'> & { subject: string };

/** A letter about a redemption as it stands now. */
export function redemptionWords(
  setting: LetterSetting,
  { kind, part }: Pick<WantedLetter, 'kind' | 'part'>,
  view: RedemptionView,
): LetterWords | null {
  const { locale, shop, origin, nowMs } = setting;
  const t = translator(locale, 'mail');
  const format = formatFor({ ...shop, locale });
  const number = numberOf(view.redemptionId);
  const [line] = view.lines;
  const name = (line && pickText(line.names, locale, shop.locale)?.text) ?? number;
  const about = { shop: shop.name, number, name };
  const money = (amountMinor: number) => format.money(amountMinor, view.payment?.currency ?? 'CNY');
  const cash = view.payment?.received?.amountMinor ?? 0;
  const price = [
    ...(view.points > 0 ? [format.points(view.points)] : []),
    ...(cash > 0 ? [money(cash)] : []),
  ].join(' + ');
  const link = { label: t('letter.seeOrder'), url: `${origin}/redemptions/${view.redemptionId}` };
  switch (kind) {
    case 'order_confirmed': {
      const { unit } = format;
      const subject = t('letter.confirmed.subject', about);
      const title = t('letter.confirmed.title', { name, price });
      const { voucher } = view;
      if (!voucher) {
        const next = view.pickUp ? t('letter.confirmed.pickUp') : t('letter.confirmed.goods', { unit });
        return { subject, title, lines: [next], code: null, link };
      }
      const ends = voucher.validUntilMs;
      const until = ends === null ? [] : [t('letter.confirmed.until', { date: format.lastDay(ends, nowMs) })];
      const code = { label: t('letter.confirmed.code'), value: voucher.code };
      return { subject, title, lines: [t('letter.confirmed.voucher'), ...until], code, link };
    }
    case 'order_shipped': {
      const { carrier, trackingNumber } = view;
      const code = trackingNumber ? { label: carrier ?? '', value: trackingNumber } : null;
      const lines = [t('letter.shipped.body'), t('letter.shipped.received')];
      return {
        subject: t('letter.shipped.subject', about),
        title: t('letter.shipped.title', about),
        lines,
        code,
        link,
      };
    }
    case 'order_ready':
      return {
        subject: t('letter.ready.subject', about),
        title: t('letter.ready.title', about),
        lines: [t('letter.ready.body', about)],
        code: null,
        link,
      };
    case 'order_handed_over':
      return {
        subject: t('letter.handedOver.subject', about),
        title: t('letter.handedOver.title', about),
        lines: [t('letter.handedOver.body', { price }), t('letter.handedOver.notYou')],
        code: null,
        link,
      };
    case 'order_cancelled':
      return {
        subject: t('letter.cancelled.subject', about),
        title: t('letter.cancelled.title', about),
        lines: [...whyEnded(t, view), ...whatCameBack(t, format, view)],
        code: null,
        link,
      };
    case 'order_refunded': {
      const refund = view.payment?.refunds.find(({ refundKey }) => refundKey === part);
      if (!refund) return null;
      const amount = money(refund.amountMinor);
      const way = view.payment?.method === 'counter' || refund.paidOutside ? 'byHand' : 'toCard';
      return {
        subject: t('letter.refunded.subject', { ...about, amount }),
        title: t('letter.refunded.title', { amount }),
        lines: [t(`letter.refunded.${way}`, { name, number })],
        code: null,
        link,
      };
    }
    default:
      return null;
  }
}

type Say = ReturnType<typeof translator<'mail'>>;

function whyEnded(t: Say, { undoneBecause }: RedemptionView): string[] {
  switch (undoneBecause) {
    case 'member':
      return [t('letter.cancelled.byMember')];
    case 'staff':
    case 'api':
      return [t('letter.cancelled.byShop')];
    case 'payment_expired':
    case 'payment_failed':
      return [t('letter.cancelled.unpaid')];
    default:
      return [];
  }
}

/** Points first, then the cash: all of it that is on its way back, and how it goes. */
function whatCameBack(t: Say, format: ReturnType<typeof formatFor>, view: RedemptionView): string[] {
  const { state, points, payment } = view;
  const back = state === 'cancelled' || state === 'cancelling' ? 'points' : 'free';
  const pointsLine = points > 0 ? [t(`letter.cancelled.${back}`, { points: format.points(points) })] : [];
  const refunds = (payment?.refunds ?? []).filter((refund) => refund.state !== 'covered');
  const amountMinor = refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
  if (!payment || amountMinor === 0) return pointsLine;
  const amount = format.money(amountMinor, payment.currency);
  return [
    ...pointsLine,
    t(`letter.cancelled.${payment.method === 'counter' ? 'inShop' : 'toCard'}`, { amount }),
  ];
}

/** The shop's answer, under what she asked. */
export function answerWords(
  { locale, shop, origin }: LetterSetting,
  { text, answer }: { text: string; answer: string },
): LetterWords {
  const t = translator(locale, 'mail');
  const subject = t('letter.answered.subject', { shop: shop.name });
  const asked = t('letter.answered.asked', { text });
  const link = { label: t('letter.answered.see'), url: `${origin}/help` };
  return { subject, title: subject, lines: [answer, asked], code: null, link };
}

/** The last letter that she gets. */
export function farewellWords({ locale, shop }: LetterSetting): LetterWords {
  const t = translator(locale, 'mail');
  const about = { shop: shop.name };
  const title = t('letter.closed.subject', about);
  return { subject: title, title, lines: [t('letter.closed.body')], code: null, link: null };
}
