import type { AskView } from '../../../web/mall/ask.tsx';
import type { Words } from '../../../web/mall/words.ts';
import { pickText } from '../../messages/localized-text.ts';
import type { AskRow } from '../counter-spending/ask-queries.ts';
import type { MallManifest } from '../publication/manifest.ts';

type Source = { row: AskRow; manifest: MallManifest; availablePoints: number };

/** An ask as her mall shows it, with the reward as it is published. */
export function askView(
  words: Words,
  { row, manifest, availablePoints }: Source,
  proof: AskView['proof'] = null,
): AskView {
  const card = manifest.rewards.find(({ rewardId }) => rewardId === row.rewardId);
  const points = row.pointsEach * row.quantity;
  const cashMinor = row.cashEachMinor * row.quantity;
  const name = card && pickText(card.names, words.locale, words.shopLocale);
  return {
    askId: row.id,
    memberId: row.memberId,
    shop: manifest.tenant.name,
    name: name ?? { text: row.rewardId, lang: words.shopLocale },
    pictureUrl: card?.pictureUrl ?? null,
    quantity: row.quantity,
    points,
    cash: cashMinor > 0 ? words.format.money(cashMinor, manifest.tenant.currency) : null,
    leftPoints: Math.max(0, availablePoints - points),
    untilMs: row.expiresAtMs,
    proof,
  };
}
