/**
 * Does `act` for each item, at most `atOnce` at a time, and answers in the items' order: each item is a
 * member's account, and one slow account holds up only its own turn.
 */
export async function inTurn<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item, position: number) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  let next = 0;
  const work = async () => {
    for (let position = next++; position < items.length; position = next++) {
      const item = items[position] as Item;
      values[position] = await act(item, position);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return values;
}
