import type { Programme } from '../programme/programme.ts';
import type { TemplateReward } from '../template/template.ts';
import type { OnboardingState, Sample } from './onboarding.ts';
import { onShelf, type Plan } from './plan.ts';

type RewardFields = Omit<TemplateReward, 'key' | 'picture' | 'suggested' | 'ticked'>;

/** A reward to put on the shelf: the same key is the same reward, however often it is sent. */
export type ShelvedReward = { key: string; picture: string; publish: boolean; fields: RewardFields };

/** Everything that opening writes, decided beforehand. */
export type Opening = {
  /** Null where the shop has published rules of its own. */
  programme: Omit<Programme, 'currency'> | null;
  rewards: ShelvedReward[];
  /** Drafts of the shop's own that go on the shelf. */
  publishRewardIds: string[];
  /** The draft of the design as its author saw it. */
  designDraftVersion: string;
};

/** What is there already. */
export type Present = {
  hasProgramme: boolean;
  /** Whatever is in the catalogue: of these the ones that the steps know of. */
  rewards: { rewardId: string; state: 'draft' | 'live' | 'stopped' | 'archived' }[];
  designDraftVersion: string;
};

/** From what was told and what is there to what is to be written. Sent twice it says the same. */
export function openingOf(plan: Plan, picks: OnboardingState['picks'], present: Present): Opening {
  const { currency: _, ...rules } = plan.programme;
  const own = present.rewards.filter(
    ({ rewardId, state }) => picks[rewardId]?.ticked && (state === 'draft' || state === 'live'),
  );
  const shown = new Set(onShelf(plan.rewards, own.length).map(({ reward }) => reward.key));
  return {
    programme: present.hasProgramme ? null : rules,
    rewards: plan.rewards.map(({ reward, units }) => {
      const { key, picture, suggested: _suggested, ticked: _ticked, ...fields } = reward;
      return { key, picture, publish: shown.has(key), fields: { ...fields, units } };
    }),
    publishRewardIds: own.filter(({ state }) => state === 'draft').map(({ rewardId }) => rewardId),
    designDraftVersion: present.designDraftVersion,
  };
}

/** What the mall would show if it opened like this. */
export function sampleOf(plan: Plan): Sample {
  const { currency: _, ...rules } = plan.programme;
  return {
    rules,
    rewards: onShelf(plan.rewards, 0).map(({ reward }) => {
      const { key, kind, names, pointsEach, marketPriceMinor, coupon, validDays, picture } = reward;
      return { key, kind, names, pointsEach, marketPriceMinor, coupon, validDays, picture };
    }),
  };
}
