import type { Context } from '../../context.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { selectKeyNames } from '../api-keys/queries.ts';
import { selectPersonNames } from '../staff/queries.ts';

type Acted = { actorKind: string; actorId: string; actorName: string | null };

/**
 * Names who acted where the line does not: what objects own is told by their journals, which hold
 * ids and never a name. Somebody who has left the staff keeps hers; one without an account has none.
 */
export async function nameActors<Line extends Acted>(ctx: Context, lines: Line[]): Promise<Line[]> {
  const idsOf = (kind: string) => {
    const unnamed = lines.filter((line) => line.actorName === null && line.actorKind === kind);
    return [...new Set(unnamed.map(({ actorId }) => actorId))];
  };
  const [people, keys] = [idsOf('staff'), idsOf('api')];
  const [staffNames, keyNames] = await Promise.all([
    people.length === 0 ? [] : selectPersonNames(ctx.authDb, people),
    keys.length === 0
      ? []
      : ctx.db.batch(ctx.tenant.id, [selectKeyNames(ctx, keys)]).then(([found]) => found),
  ]);
  const names = new Map([...staffNames, ...keyNames].map(({ id, name }) => [id, name]));
  return lines.map((line) => ({ ...line, actorName: line.actorName ?? names.get(line.actorId) ?? null }));
}

/** The name of whose PIN let each line pass; null where nobody's had to. */
export async function nameApprovers(
  ctx: Context,
  lines: readonly { detail: JsonObject }[],
): Promise<(string | null)[]> {
  const ids = lines.map(({ detail }) => (typeof detail.approvedBy === 'string' ? detail.approvedBy : null));
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return ids.map(() => null);
  const names = new Map((await selectPersonNames(ctx.authDb, asked)).map(({ id, name }) => [id, name]));
  return ids.map((id) => (id === null ? null : (names.get(id) ?? null)));
}
