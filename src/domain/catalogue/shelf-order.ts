/**
 * The whole shelf once some of its rewards were put into another order: these take the places that they
 * held together, every other one keeps its own. Ids that are not on the shelf are left out.
 */
export function inNewOrder(shelf: readonly string[], ordered: readonly string[]): string[] {
  const known = ordered.filter((id, place) => shelf.includes(id) && ordered.indexOf(id) === place);
  const moving = new Set(known);
  let next = 0;
  return shelf.map((id) => (moving.has(id) ? (known[next++] ?? id) : id));
}
