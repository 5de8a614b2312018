import { memberWords } from './member-words.ts';
import type { Words } from './words.ts';

/** Told wherever she would spend or collect: nothing moves until the shop has lifted it. */
export function FrozenNotice({ words }: { words: Words }) {
  return (
    <p class="notice" role="status">
      {memberWords(words)('points.frozen', { unit: words.format.unit })}
    </p>
  );
}
