import type { CouponTerms, RewardKind } from '../catalogue/reward-kind.ts';
import type { LocalizedText } from '../locale.ts';
import type { PriceLevel } from '../price-level.ts';
import type { ExpiryPolicy, Rational } from '../programme/programme.ts';
import type { PointsName } from '../shop.ts';

/** A reward as a shop of the industry might offer it. Amounts are minor units of the shop's currency. */
export type TemplateReward = {
  key: string;
  kind: RewardKind;
  names: LocalizedText;
  descriptions: LocalizedText;
  pointsEach: number;
  /** The least points, and the cash beside them; null is points alone. */
  mix: { pointsMin: number; cashMinor: number } | null;
  marketPriceMinor: number;
  costMinor: number;
  /** Null is as many as are asked for. */
  units: number | null;
  limitPerMember: number | null;
  /** Of a coupon or service, after the day it is redeemed; null of goods. */
  validDays: number | null;
  coupon: CouponTerms | null;
  /** A file below web/pictures, such as `mianyu/tote.svg`. */
  picture: string;
  /** One of the six that a new shop is shown, and whether it is ticked there. */
  suggested: boolean;
  ticked: boolean;
};

/** What a new shop of an industry begins with: every figure is a default that it may change. */
export type Template = {
  currency: string;
  averageOrderMinor: number;
  /** What it earns, all ways to earn together. */
  pointsPerOrder: number;
  marginPercent: number;
  /** Points for what the template calls ¥1 of market price, and for one unit of the shop's own money. */
  level: PriceLevel;
  pointsPerMajor: Rational;
  /** Points for what the template calls ¥100 of sales, all ways to earn together, and how much of them is redeemed. */
  issuedPerHundred: number;
  redeemedPercent: number;
  signUpBonus: number;
  /** What coming gives beside what is paid, where people come for a service. */
  visitPoints?: number;
  baseRate: Rational;
  categoryRates: { category: string; rate: Rational }[];
  daysUntilEntry: number;
  expiry: ExpiryPolicy;
  pointsName: PointsName;
  rewards: TemplateReward[];
};
