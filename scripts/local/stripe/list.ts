import type { Call } from './context.ts';
import { invalid, missing } from './error.ts';

const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 100;

type Listed = { id: string; created?: number };
export type Page<Item> = { object: 'list'; data: Item[]; has_more: boolean; url: string };

/** Reads `created`, a second or bounds, as a test of objects. */
function createdFilter({ parameters }: Call): (item: Listed) => boolean {
  if (parameters.isText('created')) {
    const exactly = parameters.integer('created');
    return ({ created }) => created === exactly;
  }
  const bounds = parameters.inner('created');
  const above = bounds?.integer('gt') ?? Number.NEGATIVE_INFINITY;
  const from = bounds?.integer('gte') ?? Number.NEGATIVE_INFINITY;
  const below = bounds?.integer('lt') ?? Number.POSITIVE_INFINITY;
  const until = bounds?.integer('lte') ?? Number.POSITIVE_INFINITY;
  return ({ created = 0 }) => created > above && created >= from && created < below && created <= until;
}

/**
 * Reads paging and `created` of a list request; the result takes objects, oldest first, and gives the
 * page, newest first. A cursor that is none of them is refused.
 */
export function pageAskedFor(call: Call, url: string) {
  const { parameters } = call;
  const limit = parameters.integer('limit') ?? LIMIT_DEFAULT;
  if (limit < 1 || limit > LIMIT_MAX)
    throw invalid(`This value must be between 1 and ${LIMIT_MAX}.`, 'limit');
  const after = parameters.string('starting_after');
  const before = parameters.string('ending_before');
  if (after && before) throw invalid('You can only specify one of starting_after and ending_before.');
  const wanted = createdFilter(call);

  return <Item extends Listed>(items: Item[]): Page<Item> => {
    const all = items.filter(wanted).reverse();
    const cursor = after ?? before;
    const at = cursor === undefined ? -1 : all.findIndex(({ id }) => id === cursor);
    if (cursor !== undefined && at === -1) {
      throw missing('object', cursor, after ? 'starting_after' : 'ending_before');
    }
    const rest = before ? all.slice(0, at) : all.slice(at + 1);
    const data = before ? rest.slice(-limit) : rest.slice(0, limit);
    return { object: 'list', data, has_more: rest.length > limit, url };
  };
}
