import { levelForMargin } from '../price-level.ts';
import type { Template } from './template.ts';

/**
 * The template for a shop of another margin: where it cannot carry the template's own level, the next
 * that it can, with every price in points raised alike. Null where rewards would cost it too much.
 */
export function templateAtMargin(template: Template, marginPercent: number): Template | null {
  const { issuedPerHundred, redeemedPercent } = template;
  const level = levelForMargin({ marginPercent, issuedPerHundred, redeemedPercent }, template.level);
  if (level === null) return null;
  // Every level is a multiple of the more generous ones that templates have.
  const times = level / template.level;
  const { numerator, denominator } = template.pointsPerMajor;
  return {
    ...template,
    marginPercent,
    level,
    pointsPerMajor: { numerator: numerator * times, denominator },
    rewards: template.rewards.map((reward) => ({
      ...reward,
      pointsEach: reward.pointsEach * times,
      mix: reward.mix && { ...reward.mix, pointsMin: reward.mix.pointsMin * times },
    })),
  };
}
