import type { RewardKind } from '../catalogue/reward-kind.ts';
import type { LocalizedText } from '../locale.ts';
import type { Template } from './template.ts';

/**
 * A reward as it is written down: amounts in whole yuan, and `{face}` and `{minimum}` in its words,
 * which stand there in the shop's own money.
 */
export type WrittenReward = {
  key: string;
  kind: RewardKind;
  names: LocalizedText;
  descriptions: LocalizedText;
  points: number;
  mix?: readonly [pointsMin: number, cash: number];
  market: number;
  cost: number;
  /** Absent: as many as are asked for. */
  units?: number;
  limit?: number;
  validDays?: number;
  coupon?: { face: number; minimum?: number };
  /** Pictures that show a figure, by that figure; for any other face a ticket without one is shown. */
  drawnFigures?: Readonly<Record<number, string>>;
  /** Suggested to a new shop; `ticked` puts it on the shelf unless she says otherwise. */
  shown?: 'suggested' | 'ticked';
};

/** A template as it is written down, in yuan. */
export type WrittenTemplate = Omit<
  Template,
  'currency' | 'averageOrderMinor' | 'pointsPerMajor' | 'rewards' | 'baseRate' | 'categoryRates'
> & {
  averageOrder: number;
  /** Points for ¥1. */
  baseRate: Template['baseRate'];
  /** Categories as shops of the industry call them. */
  categoryRates: { category: LocalizedText; rate: Template['baseRate'] }[];
  /** The folder of its pictures. */
  pictures: string;
  rewards: WrittenReward[];
};
