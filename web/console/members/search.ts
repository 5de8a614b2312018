/** What a list of members is sorted by; the newest first where the address says nothing. */
export const MEMBER_SORTS = ['joined', 'available', 'spent', 'lastVisit'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

/** What the members page keeps in its address, so that going back finds the same list. */
export type MembersSearch = { search?: string; sort?: MemberSort; direction?: 'asc' };

export function membersSearch(address: Record<string, unknown>): MembersSearch {
  // The router reads digits in an address as a number; a phone is text.
  const { search, sort, direction } = address;
  const text = typeof search === 'number' ? String(search) : search;
  const known = MEMBER_SORTS.find((each) => each === sort);
  return {
    ...(typeof text === 'string' && text.trim() !== '' && { search: text }),
    ...(known && known !== 'joined' && { sort: known }),
    ...(direction === 'asc' && { direction }),
  };
}
