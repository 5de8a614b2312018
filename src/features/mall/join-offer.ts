import type { JoinOffer } from '../../../web/mall/member-card.tsx';
import type { RewardTileView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import { earnsAt } from '../../domain/shop-closing.ts';
import { readBands } from '../publication/read-mall.ts';
import { programmeAt } from './rules-view.ts';
import { offersOf } from './shelf.ts';
import type { OpenVisit } from './visit.ts';

type Programmed = Pick<OpenVisit['manifest'], 'programme' | 'tenant'>;

/** What joining brings, and the dearest reward that it is enough for at once; null where it brings nothing. */
export function joinOfferOf(
  { nowMs }: Pick<Words, 'nowMs'>,
  { programme, tenant }: Programmed,
  dearestFirst: RewardTileView[],
): JoinOffer | null {
  if (!earnsAt(tenant.closing, nowMs)) return null;
  const points = programmeAt(programme, nowMs).current?.signUpBonus ?? 0;
  if (points === 0) return null;
  const reward = dearestFirst.find((each) => each.points <= points);
  return { points, reward: reward?.name ?? null };
}

/** The same for a page that draws no shelf. */
export async function readJoinOffer(
  words: Words,
  { ctx, manifest }: Pick<OpenVisit, 'ctx' | 'manifest'>,
): Promise<JoinOffer | null> {
  const bands = await readBands(ctx);
  const member = { kind: 'visitor' as const };
  const { dearestFirst } = offersOf(words, { manifest, bands, member, redeemed: new Map() });
  return joinOfferOf(words, manifest, dearestFirst);
}
