/** As two people may write the same: without case, marks and the spaces between what belongs together. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** From so many characters on the shop is asked for members and the like; two are a Chinese name. */
export const ASKS_FROM_CHARACTERS = 2;
const FOUND_MAX = 6;

type Named = { name: string; also: string };

/**
 * What fits all that was typed, those whose name begins with it first, then by their name, then by what
 * they are also called. Nothing typed: nothing found.
 */
export function fitting<Item>(typed: string, items: readonly Item[], wordsOf: (item: Item) => Named): Item[] {
  const words = plain(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const rankOf = (item: Item): number | null => {
    const [name, also] = [plain(wordsOf(item).name), plain(wordsOf(item).also)];
    if (name.startsWith(words.join(' '))) return 0;
    if (words.every((word) => name.includes(word))) return 1;
    return words.every((word) => name.includes(word) || also.includes(word)) ? 2 : null;
  };
  return items
    .flatMap((item) => {
      const rank = rankOf(item);
      return rank === null ? [] : [{ item, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, FOUND_MAX)
    .map(({ item }) => item);
}

/** The place of the chosen line after an arrow key, around the ends. */
export function movedBy(place: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (place + by + count) % count;
}
