import type { Words } from './words.ts';

/** A points figure with the shop's word beside it; the figure carries the weight. */
export function Points({ words, points }: { words: Words; points: number }) {
  const figure = words.format.count(points);
  const [before = '', after = ''] = words.format.points(points).split(figure);
  return (
    <span class="points">
      {before}
      <b>{figure}</b>
      {after}
    </span>
  );
}
