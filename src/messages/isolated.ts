/** Letters that are read from right to left: with one of them in it a name may pull the figures beside it over. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether any of a text is read from right to left. */
export function runsFromRight(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Somebody's words as part of a sentence: where they run from right to left they stand in an isolate
 * (FSI … PDI), so that what surrounds them keeps its place in every page, letter and title.
 */
export function isolated(text: string): string {
  return runsFromRight(text) ? `\u2068${text}\u2069` : text;
}

/** The arguments of a message, every text among them isolated. */
export function isolatedValues<Values>(values: Values): Values {
  if (typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]),
  ) as Values;
}
