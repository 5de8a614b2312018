/** What became of a list of items; `unfit` ones were refused for what they are. */
export type Sorted<Item> = { stored: Item[]; unfit: { item: Item; reason: string }[] };

/**
 * Stores items together. Where the far end refuses them for what they are, halves them until the
 * refused ones stand alone. `reasonFor` tells such a refusal from an outage, which is thrown on:
 * in an outage nobody can say which item is at fault.
 */
export async function storeOrSetAside<Item>(
  items: readonly Item[],
  store: (items: readonly Item[]) => Promise<void>,
  reasonFor: (failure: unknown) => string | null,
): Promise<Sorted<Item>> {
  const [first] = items;
  if (first === undefined) return { stored: [], unfit: [] };
  try {
    await store(items);
    return { stored: [...items], unfit: [] };
  } catch (failure) {
    const reason = reasonFor(failure);
    if (reason === null) throw failure;
    if (items.length === 1) return { stored: [], unfit: [{ item: first, reason }] };
  }
  const middle = Math.ceil(items.length / 2);
  const left = await storeOrSetAside(items.slice(0, middle), store, reasonFor);
  const right = await storeOrSetAside(items.slice(middle), store, reasonFor);
  return { stored: [...left.stored, ...right.stored], unfit: [...left.unfit, ...right.unfit] };
}
