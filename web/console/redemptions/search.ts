export const REDEMPTION_TABS = [
  'to_ship',
  'issued',
  'awaiting_payment',
  'in_fulfilment',
  'shipped',
  'received',
  'cancel_requests',
  'refunds',
  'undone',
  'all',
] as const;
export type RedemptionTab = (typeof REDEMPTION_TABS)[number];

/** Which list the redemptions page shows and what it looks for, kept in its address. */
export type RedemptionsSearch = { tab?: RedemptionTab; search?: string };

/** Without a word in the address: what waits to be shipped, or everything where something is looked for. */
export function tabShown({ tab, search }: RedemptionsSearch): RedemptionTab {
  return tab ?? (search === undefined ? 'to_ship' : 'all');
}

export function redemptionsSearch(address: Record<string, unknown>): RedemptionsSearch {
  const looked = textOf(address.search);
  const search = looked === '' ? {} : { search: looked };
  const tab = REDEMPTION_TABS.find((known) => known === address.tab);
  return tab === undefined || tab === tabShown(search) ? search : { ...search, tab };
}

/** The router reads digits in an address as a number; a phone is text. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
