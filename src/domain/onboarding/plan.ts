import type { Industry } from '../industry.ts';
import type { Locale } from '../locale.ts';
import { evaluateOrder } from '../programme/evaluate.ts';
import type { Programme } from '../programme/programme.ts';
import { templateAtMargin } from '../template/at-margin.ts';
import type { Template, TemplateReward } from '../template/template.ts';
import { templateOf } from '../template/template-of.ts';
import type { OnboardingState } from './onboarding.ts';

/** A suggested reward as it would go on the shelf: ticked is published, the others stay drafts. */
export type PlannedReward = { reward: TemplateReward; ticked: boolean; units: number | null };

/** Somebody who joins and buys once, for an average order. Points are what she then holds. */
export type TypicalMember = {
  orderMinor: number;
  orderPoints: number;
  points: number;
  /** The most that she can have for them; null where it takes more. */
  reward: TemplateReward | null;
};

export type Plan = {
  template: Template;
  /** The margin carries no level: rewards would cost the shop more than they may. */
  tooThin: boolean;
  programme: Programme;
  /** The six suggestions, as they stand. */
  rewards: PlannedReward[];
  member: TypicalMember;
};

type Told = Pick<OnboardingState, 'averageOrderMinor' | 'marginPercent' | 'picks'>;
type PlannedShop = { industry: Industry; currency: string; locale: Locale };

const GRACE_DAYS = 7;
const OPEN_HOLDS_MAX = 10;

/**
 * What a shop would open with, by what its owner has told so far; what she left alone is the template's.
 * A margin that carries no level is priced at the least that would, and said.
 */
export function planOf(told: Told, shop: PlannedShop): Plan {
  const own = templateOf(shop.industry, shop);
  const marginPercent = told.marginPercent ?? own.marginPercent;
  const priced = templateAtMargin(own, marginPercent);
  const averageOrderMinor = told.averageOrderMinor ?? own.averageOrderMinor;
  const template = { ...(priced ?? atLeastMargin(own, marginPercent)), averageOrderMinor };
  const programme = programmeOf(template, shop.industry);
  const rewards = template.rewards
    .filter(({ suggested }) => suggested)
    .map((reward) => ({ reward, ticked: reward.ticked, units: reward.units, ...told.picks[reward.key] }));
  return {
    template,
    tooThin: priced === null,
    programme,
    rewards,
    member: typicalMember(
      programme,
      averageOrderMinor,
      onShelf(rewards, 0).map(({ reward }) => reward),
    ),
  };
}

/** The rules of a template, as the first programme of a shop. */
export function programmeOf(template: Template, industry: Industry): Programme {
  const { currency, baseRate, categoryRates, signUpBonus, visitPoints, expiry } = template;
  // Most shops sell at a counter, where nothing is sent and points come in at once; a course can be given back.
  const daysUntilEntry = industry === 'courses' ? template.daysUntilEntry : 0;
  return {
    currency,
    baseRate,
    categoryRates,
    signUpBonus,
    ...(visitPoints && { visitPoints }),
    daysUntilEntry,
    expiry,
    clawback: 'owe',
    graceDays: GRACE_DAYS,
    openHoldsMax: OPEN_HOLDS_MAX,
  };
}

/** What members find when the mall opens: what is ticked, or the coupons where nothing at all is. */
export function onShelf(rewards: readonly PlannedReward[], ownTicked: number): PlannedReward[] {
  const ticked = rewards.filter(({ ticked: chosen }) => chosen);
  if (ticked.length > 0 || ownTicked > 0) return ticked;
  return rewards.filter(({ reward }) => reward.kind === 'coupon');
}

/** How many rewards of the shop's own are ticked. */
export function ownTicked({ rewards }: Pick<Plan, 'rewards'>, picks: OnboardingState['picks']): number {
  const suggested = new Set(rewards.map(({ reward }) => reward.key));
  return Object.entries(picks).filter(([key, { ticked }]) => ticked && !suggested.has(key)).length;
}

/** Of what she can afford the one that is worth most, the cheaper of two. */
function typicalMember(
  programme: Programme,
  orderMinor: number,
  rewards: readonly TemplateReward[],
): TypicalMember {
  const line = { lineId: '1', category: null, amountMinor: orderMinor, quantity: 1 };
  // Where coming earns points, whoever pays has come.
  const visit = programme.visitPoints ? { service: null } : undefined;
  const orderPoints = evaluateOrder({ version: 1, body: programme }, [line], visit).points;
  const points = (programme.signUpBonus ?? 0) + orderPoints;
  const [reward = null] = rewards
    .filter(({ pointsEach }) => pointsEach <= points)
    .toSorted(
      (one, other) => other.marketPriceMinor - one.marketPriceMinor || one.pointsEach - other.pointsEach,
    );
  return { orderMinor, orderPoints, points, reward };
}

function atLeastMargin(template: Template, marginPercent: number): Template {
  for (let percent = marginPercent + 1; percent <= 100; percent += 1) {
    const priced = templateAtMargin(template, percent);
    if (priced) return { ...priced, marginPercent };
  }
  return { ...template, marginPercent };
}
