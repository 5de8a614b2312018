import { sparkPoints } from './figures-model.ts';

const BOX = { width: 120, height: 28 };
const PAD = 3;

/** How a figure went from day to day: a shape beside the number, which says what it is. */
export function SparkLine({ values }: { values: readonly number[] }) {
  const points = sparkPoints(values, BOX).map(({ x, y }) => `${x},${y + PAD}`);
  const floor = BOX.height + PAD * 2;
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${BOX.width} ${floor}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <polygon points={`0,${floor} ${points.join(' ')} ${BOX.width},${floor}`} />
      <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
