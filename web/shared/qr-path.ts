import { encode } from 'uqr';

/** Modules left free around a code, so that cameras find its edge. */
const QUIET_MODULES = 4;

/**
 * A text as a QR code: one path for an `svg` whose view box is `size` by `size`. Read with a quarter of a
 * letter's damage (level M).
 */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const path = data
    .flatMap((row, y) => runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return { size, path };
}

/** Dark modules that lie side by side are drawn as one. */
function runsOf(row: readonly boolean[]): { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = [];
  for (const [x, dark] of row.entries()) {
    if (!dark) continue;
    const last = runs.at(-1);
    if (last && last.x + last.length === x) last.length += 1;
    else runs.push({ x, length: 1 });
  }
  return runs;
}
