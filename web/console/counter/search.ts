type CounterSearch = { code?: string };

/** A member's turning code, where her phone's page led a camera of the shop here. */
export function counterSearch(search: Record<string, unknown>): CounterSearch {
  return typeof search.code === 'string' ? { code: search.code } : {};
}
