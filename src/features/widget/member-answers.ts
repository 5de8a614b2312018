import type { Words } from '../../../web/mall/words.ts';
import type { RedemptionView } from '../../account/contract.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { entryView } from '../mall/entry-view.ts';
import { redemptionDetail } from '../mall/redemption-view.ts';

/** A movement with its reason, in the words of the mall's own page. */
export function widgetEntry(words: Words, row: JournalRow, currency: string) {
  const { seq, atMs, points, balanceAfter, label, subject, why } = entryView(words, row, currency);
  const about = subject && { text: subject.text, locale: subject.lang };
  return { seq, at: new Date(atMs).toISOString(), points, balanceAfter, label, subject: about, why };
}

/** A redemption as the widget shows it; everything about it stands on its page in the mall. */
export function widgetRedemption(
  words: Words,
  view: RedemptionView,
  mall: { origin: string; currency: string },
) {
  const detail = redemptionDetail(words, { view, manifest: null, mall, idempotencyKey: '', refusal: null });
  const {
    redemptionId: id,
    number,
    state,
    name,
    quantity,
    points,
    createdAtMs,
    undoneBecause,
    voucher,
  } = detail;
  return {
    id,
    number,
    state,
    label: words.t(`state.${state}`),
    name: name.text,
    nameLocale: name.lang,
    quantity,
    points,
    createdAt: new Date(createdAtMs).toISOString(),
    undoneBecause,
    voucher: voucher && {
      code: voucher.code,
      worth: voucher.worth,
      validity:
        voucher.validUntilMs === null
          ? words.t('voucher.noEnd')
          : words.t('voucher.until', { date: words.format.lastDay(voucher.validUntilMs, words.nowMs) }),
      validUntil: voucher.validUntilMs === null ? null : new Date(voucher.validUntilMs).toISOString(),
      usedAt: voucher.usedAtMs === null ? null : new Date(voucher.usedAtMs).toISOString(),
    },
    next: nextSteps(words, detail, view.branch),
    path: `/redemptions/${id}`,
  };
}

/** What happens with goods now: packed and sent, or kept for her where she fetches them. */
function nextSteps(
  { t, format: { unit } }: Words,
  { delivers, pickUp, number }: ReturnType<typeof redemptionDetail>,
  branch: RedemptionView['branch'],
): string[] {
  if (delivers) return [t('success.nextPack', { unit }), t('success.nextShip')];
  if (!pickUp) return [];
  const place = branch && t('pickUp.branch', { branch: branch.name });
  return [place, t('pickUp.line', { number })].filter((line) => line !== undefined);
}
