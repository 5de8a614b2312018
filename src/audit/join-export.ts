type Exported = { headSeq: number; headHash: string; nextCursor: string | null };

/** An object that is written to without pause is asked so often for all of its pages. */
const TRIES_MAX = 10;

/** The object changed between the pages, every time. */
export class KeptChanging extends Error {
  override readonly name = 'KeptChanging';
}

/**
 * The whole of an object's export out of its pages, as it was at one moment: where its head moved in
 * between, it begins anew. Null where the object says that there is nothing.
 */
export async function joinExport<State extends Exported>(
  ask: (cursor: string | null) => Promise<State | null>,
): Promise<State | null> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    let whole = await ask(null);
    while (whole !== null && whole.nextCursor !== null) {
      const page: State | null = await ask(whole.nextCursor);
      const moved = page?.headSeq !== whole.headSeq || page.headHash !== whole.headHash;
      if (page === null || moved) break;
      whole = joined(whole, page);
    }
    if (whole === null || whole.nextCursor === null) return whole;
  }
  throw new KeptChanging(`changed ${TRIES_MAX} times while its pages were read`);
}

/** The lists of both, one after the other; everything else as the first page has it. */
function joined<State extends Exported>(whole: State, page: State): State {
  const lists = Object.entries(whole).flatMap(([name, value]: [string, unknown]) => {
    const more = (page as Record<string, unknown>)[name];
    return Array.isArray(value) && Array.isArray(more) ? [[name, value.concat(more)] as const] : [];
  });
  return { ...whole, ...Object.fromEntries(lists), nextCursor: page.nextCursor };
}
