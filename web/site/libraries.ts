import type { Locale } from '../../src/domain/locale.ts';
import data from './libraries.json' with { type: 'json' };

type Said = Record<Locale, string>;

/** Libraries that do one thing together, where they run, what they weigh whole (minified, gzip), and why these. */
export type Library = {
  packages: readonly string[];
  runs: readonly ('worker' | 'mall' | 'console')[];
  weightKilobytes: number;
  use: Said;
  why: Said;
};

type Data = { libraries: readonly Library[]; tools: readonly { packages: readonly string[]; use: Said }[] };

/**
 * Every runtime dependency of package.json stands in `libraries`, and nothing else does: a test compares them.
 * `tools` builds and tests; none of it is served.
 */
export const { libraries: LIBRARIES, tools: TOOLS } = data as Data;
