import type { Sample, SampleReward } from '../../domain/onboarding/onboarding.ts';
import type { MallManifest, RewardCard } from '../publication/manifest.ts';

/**
 * A mall that is not open and has no reward yet, with what its owner is about to open it with: an empty
 * shelf says little of a look. The ids are nobody's, so that nothing of it can be redeemed.
 */
export function withSample(manifest: MallManifest, sample: Sample | null, nowMs: number): MallManifest {
  if (sample === null || manifest.tenant.state === 'open' || manifest.rewards.length > 0) return manifest;
  const rules = { ...sample.rules, version: 1, hash: '', effectiveAtMs: nowMs };
  return {
    ...manifest,
    programme: { ...manifest.programme, current: manifest.programme.current ?? rules },
    rewards: sample.rewards.map((reward) => cardOf(reward, nowMs)),
  };
}

function cardOf(reward: SampleReward, nowMs: number): RewardCard {
  const { key, kind, names, pointsEach, marketPriceMinor, coupon, validDays, picture } = reward;
  const voucher = kind === 'goods' ? {} : { voucher: { ...(coupon && { coupon }), validDays } };
  return {
    rewardId: `sample-${key}`,
    revision: 0,
    kind,
    names,
    pictureUrl: `/pictures/${picture}`,
    marketPriceMinor,
    limitPerMember: null,
    state: 'live',
    current: {
      priceVersion: 1,
      pointsEach,
      ...voucher,
      effectiveAtMs: nowMs,
      startsAtMs: null,
      endsAtMs: null,
    },
    next: null,
  };
}
