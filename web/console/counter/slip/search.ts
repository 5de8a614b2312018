/** What the slip keeps in its address: the day, and whose. */
export type SlipSearch = { day?: string };

export function slipSearch(address: Record<string, unknown>): SlipSearch {
  const { day } = address;
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {};
}
