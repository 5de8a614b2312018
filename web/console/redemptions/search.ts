export const REDEMPTION_TABS = [
  'awaiting_payment',
  'to_ship',
  'issued',
  'shipped',
  'after_sales',
  'all',
] as const;
export type RedemptionTab = (typeof REDEMPTION_TABS)[number];

/** Parts of a tab that somebody may want to see alone. */
export const PARTS = {
  awaiting_payment: [],
  to_ship: ['confirmed', 'in_fulfilment', 'ready'],
  issued: [],
  shipped: [],
  after_sales: ['cancel_requests', 'refunds'],
  all: ['received', 'used', 'cancelled', 'undone'],
} as const satisfies Record<RedemptionTab, readonly string[]>;
export type RedemptionPart = (typeof PARTS)[RedemptionTab][number];

/** What the page lists: a tab whole, or a part of it. Each is named as the API names it. */
export type RedemptionListName = RedemptionTab | RedemptionPart;

const NAMES: readonly RedemptionListName[] = [...REDEMPTION_TABS, ...Object.values(PARTS).flat()];

/** What the redemptions page lists, what it looks for and which one lies open, kept in its address. */
export type RedemptionsSearch = { tab?: RedemptionListName; search?: string; open?: string };

/** Without a word in the address: everything where something is looked for; else it is not decided yet. */
export function listShown({ tab, search }: RedemptionsSearch): RedemptionListName | null {
  return tab ?? (search === undefined ? null : 'all');
}

/** The tab under which a list stands. */
export function tabOf(list: RedemptionListName): RedemptionTab {
  const parted = REDEMPTION_TABS.find((tab) => PARTS[tab].some((part) => part === list));
  return parted ?? (list as RedemptionTab);
}

/** The most pressing first: what has to leave the shop, then whoever waits for an answer. */
const WORK = ['to_ship', 'after_sales', 'issued', 'awaiting_payment'] as const;

/** The list that somebody who comes to work sees first: one in which something waits. */
export function firstList(counts: Record<string, number>): RedemptionTab {
  return WORK.find((tab) => (counts[tab] ?? 0) > 0) ?? 'all';
}

export function redemptionsSearch(address: Record<string, unknown>): RedemptionsSearch {
  const looked = textOf(address.search);
  const tab = NAMES.find((known) => known === address.tab);
  const open = textOf(address.open);
  return {
    ...(looked !== '' && { search: looked }),
    ...(tab !== undefined && (looked === '' || tab !== 'all') && { tab }),
    ...(readOpen(open) && { open }),
  };
}

/** Whose redemption lies open beside the list. */
export function openName({ memberId, id }: { memberId: string; id: string }): string {
  return `${memberId}.${id}`;
}

export function readOpen(open: string | undefined): { memberId: string; redemptionId: string } | null {
  const [, memberId, redemptionId] = /^(mem_\w+)\.(rdm_\w+)$/.exec(open ?? '') ?? [];
  return memberId && redemptionId ? { memberId, redemptionId } : null;
}

/** The router reads digits in an address as a number; a phone is text. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
