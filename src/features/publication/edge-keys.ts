/** The names under which a shop's published mall stands at the edge. */
export const manifestKey = (tenantId: string) => `mall:${tenantId}:manifest`;

/** Immutable: a new publication of the reward has a new revision. */
export const rewardKey = (tenantId: string, rewardId: string, revision: number) =>
  `mall:${tenantId}:reward:${rewardId}:${revision}`;

/** Apart from the manifest, because it changes with every few redemptions. */
export const bandsKey = (tenantId: string) => `mall:${tenantId}:bands`;
