/** How many stand between two steps: bucket n holds whoever has reached n steps and no further one. */
export type Bucket = { bucket: number; count: number };

/** For each step, lowest first, how many stand on it or above it. */
export function reachedBy(steps: readonly number[], buckets: readonly Bucket[]): Map<number, number> {
  return new Map(
    steps.map((step, place) => [
      step,
      buckets.reduce((sum, { bucket, count }) => sum + (bucket > place ? count : 0), 0),
    ]),
  );
}
