/** What the members page keeps in its address, so that going back finds the same list. */
export type MembersSearch = { search?: string };

export function membersSearch(address: Record<string, unknown>): MembersSearch {
  // The router reads digits in an address as a number; a phone is text.
  const { search } = address;
  if (typeof search === 'number') return { search: String(search) };
  return typeof search === 'string' && search.trim() !== '' ? { search } : {};
}
