import type { Call, Endpoint } from './context.ts';
import { missing } from './error.ts';
import { pageAskedFor } from './list.ts';
import type { ObjectTable, Tables } from './tables.ts';

type ObjectOf<Name extends ObjectTable> = Tables[Name]['object'];

/** An object of the account that is acted on; refused when it is missing or another's. */
export function objectOf<Name extends ObjectTable>(
  { store, account }: Pick<Call, 'store' | 'account'>,
  table: Name,
  id: string,
  kind: string,
  param?: string,
): ObjectOf<Name> {
  const row = store.get(table, id);
  if (!row || row.account !== account) throw missing(kind, id, param);
  return row.object;
}

/** `GET path/:id`. */
export function retrieving(path: string, table: ObjectTable, kind: string, param?: string): Endpoint {
  return {
    method: 'GET',
    path: `${path}/:id`,
    handle: (call) => () => objectOf(call, table, call.ids[0] ?? '', kind, param),
  };
}

/** `GET path`: pages of the account's objects whose `filters` are what the request says. */
export function listing<Name extends ObjectTable>(path: string, table: Name, filters: string[]): Endpoint {
  return {
    method: 'GET',
    path,
    handle(call) {
      const page = pageAskedFor(call, path);
      const asked = filters.flatMap((name) => {
        const value = call.parameters.string(name);
        return value === undefined ? [] : [{ name, value }];
      });
      return () =>
        page(
          call.store
            .objectsOf(table, call.account)
            .filter((object) => asked.every(({ name, value }) => Reflect.get(object, name) === value)),
        );
    },
  };
}
