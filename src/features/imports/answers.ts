import { isoOrNull } from '../../lib/instant.ts';
import type { MemberImportAnswer } from './file-schemas.ts';
import type { ImportRow } from './list-queries.ts';

/** A list as the console shows it. */
export function importAnswer(list: ImportRow): MemberImportAnswer {
  const { id, name, source, state, digest, rowsTotal, figures, createdByName } = list;
  return {
    ...{ id, name, source, state, digest, rowsTotal, figures },
    createdBy: createdByName,
    createdAt: new Date(list.createdAtMs).toISOString(),
    finishedAt: isoOrNull(list.finishedAtMs),
    reversedAt: isoOrNull(list.reversedAtMs),
  };
}
