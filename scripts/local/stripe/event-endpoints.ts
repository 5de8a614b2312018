import type { Endpoint } from './context.ts';
import { invalid } from './error.ts';
import { pageAskedFor } from './list.ts';
import { retrieving } from './objects.ts';

const PATH = '/v1/events';
const TYPES_MAX = 20;

/** The account's events: of one type, of several, or all. */
const listEvents: Endpoint = {
  method: 'GET',
  path: PATH,
  handle(call) {
    const page = pageAskedFor(call, PATH);
    const type = call.parameters.string('type');
    const types = call.parameters.texts('types');
    if (type !== undefined && types.length > 0)
      throw invalid('You may only specify one of these parameters: type, types.', 'type');
    if (types.length > TYPES_MAX) throw invalid(`At most ${TYPES_MAX} types can be asked for.`, 'types');
    const wanted = type === undefined ? types : [type];
    return () =>
      page(
        call.store
          .objectsOf('events', call.account)
          .filter((event) => wanted.length === 0 || wanted.includes(event.type)),
      );
  },
};

export const eventEndpoints = [retrieving(PATH, 'events', 'event'), listEvents];
