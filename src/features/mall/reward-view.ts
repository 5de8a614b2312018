import type { RewardView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { isVoucherKind, kindOf } from '../../domain/catalogue/reward-kind.ts';
import { minorPerMajor } from '../../domain/money.ts';
import { pickText } from '../../messages/localized-text.ts';
import type { MallManifest, RewardPage } from '../publication/manifest.ts';
import type { StockBands } from '../publication/read-mall.ts';
import { cashChoice } from './cash-choice.ts';
import { deliveryFacts, returnWords } from './delivery-words.ts';
import type { MemberRead } from './read-member.ts';
import { actionInWords, decideRewardAction, priceTaken, spendForPoints } from './reward-action.ts';
import { availableOf, shopMoney, similarTiles, tileOf } from './shelf.ts';

export type RewardSource = {
  manifest: MallManifest;
  page: RewardPage;
  bands: StockBands;
  member: MemberRead;
  redeemedUnits: number;
  /** Of an account that has the last word on who reads: none is shown to anybody else. */
  own: RewardView['own'];
  draftKey: string;
};

/** One reward as this reader may or may not have it at this moment. */
export function rewardView(words: Words, source: RewardSource): RewardView {
  const { manifest, page, bands, member, redeemedUnits, own, draftKey } = source;
  const shop = shopMoney(manifest);
  const { currency } = shop;
  const band = bands[page.rewardId] ?? 'in';
  const { current, next } = termsAt(page, words.nowMs);
  const decided = decideRewardAction(
    {
      takesCash: shop.takesCash,
      state: page.state,
      terms: current,
      band,
      limitPerMember: page.limitPerMember,
      redeemedUnits,
      available: availableOf(member),
    },
    words.nowMs,
  );
  const baseRate = manifest.programme.current?.baseRate;
  const spend = (missingPoints: number) => {
    const amountMinor = baseRate && spendForPoints(missingPoints, baseRate, minorPerMajor(currency));
    return amountMinor ? words.format.money(amountMinor, currency) : null;
  };
  return {
    ...tileOf(words, { card: page, band, shop }),
    description: pickText(page.descriptions, words.locale, words.shopLocale),
    returns: isVoucherKind(kindOf(page)) ? null : returnWords(words, manifest),
    delivery: deliveryFacts(words, manifest, current.pointsEach),
    limit: page.limitPerMember,
    taken: redeemedUnits,
    untilMs: current.endsAtMs !== null && words.nowMs < current.endsAtMs ? current.endsAtMs : null,
    next:
      next && next.pointsEach !== current.pointsEach
        ? { points: next.pointsEach, atMs: next.effectiveAtMs }
        : null,
    action: actionInWords(decided, {
      pendingPoints: member.kind === 'known' ? member.overview.balances.pendingPoints : 0,
      spend,
      money: (amountMinor) => words.format.money(amountMinor, currency),
    }),
    choice:
      decided.kind === 'redeem'
        ? cashChoice(words, {
            price: priceTaken(current, shop.takesCash),
            available: availableOf(member),
            chosen: decided,
          })
        : null,
    draftKey,
    own: member.kind === 'known' ? own : null,
    similar: similarTiles(words, manifest, bands, page),
  };
}
