export const REDEMPTION_TABS = [
  'to_ship',
  'awaiting_payment',
  'in_fulfilment',
  'shipped',
  'received',
  'cancel_requests',
  'all',
] as const;
export type RedemptionTab = (typeof REDEMPTION_TABS)[number];

/** Which list the redemptions page shows, kept in its address; what waits to be shipped by default. */
export type RedemptionsSearch = { tab?: RedemptionTab };

export function redemptionsSearch(address: Record<string, unknown>): RedemptionsSearch {
  const tab = REDEMPTION_TABS.find((known) => known === address.tab);
  return tab === undefined || tab === 'to_ship' ? {} : { tab };
}
