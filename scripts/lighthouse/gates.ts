/** What Lighthouse saw in one run, or the medians of several: scores of 100, milliseconds, bytes as sent. */
export type Figures = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcpMs: number;
  tbtMs: number;
  cls: number;
  scriptBytes: number;
  styleBytes: number;
  /** All but pictures: the document, styles, scripts and whatever else came. */
  beforePicturesBytes: number;
};

type Gate = { figure: keyof Figures } & ({ least: number } | { most: number });

/** What was promised of a mall's home. */
export const GATES: Gate[] = [
  { figure: 'performance', least: 90 },
  { figure: 'accessibility', least: 95 },
  { figure: 'bestPractices', least: 95 },
  { figure: 'seo', least: 95 },
  { figure: 'cls', most: 0.02 },
  { figure: 'scriptBytes', most: 30_000 },
  { figure: 'beforePicturesBytes', most: 100_000 },
];

/** The median of each figure by itself; throws without a run. */
export function medians(runs: Figures[]): Figures {
  const [first] = runs;
  if (!first) throw new Error('nothing was measured');
  const figures = Object.keys(first) as (keyof Figures)[];
  return Object.fromEntries(
    figures.map((figure) => [figure, median(runs.map((run) => run[figure]))]),
  ) as Figures;
}

/** The one in the middle; of an even number, what lies between the two. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** What is not as promised, a line each; a figure that could not be read is not as promised. */
export function brokenGates(figures: Figures): string[] {
  return GATES.flatMap((gate) => {
    const value = figures[gate.figure];
    const [held, promise] =
      'least' in gate
        ? [value >= gate.least, `at least ${gate.least}`]
        : [value <= gate.most, `at most ${gate.most}`];
    return held ? [] : [`${gate.figure} ${value}, promised ${promise}`];
  });
}
