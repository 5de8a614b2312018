/** The most that the fields of a reward may say. */
export const REWARD_LIMITS = {
  /** Its prices in money, in minor units. */
  amountMinor: 100_000_000_000,
  points: 1_000_000_000,
  units: 10_000_000,
  perMember: 1000,
  /** Ten years of a voucher. */
  validDays: 3650,
} as const;
