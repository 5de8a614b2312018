import type { Context } from './context.ts';
import { invalid } from './error.ts';
import type { ObjectTable } from './tables.ts';

const TABLE_BY_PREFIX: Record<string, ObjectTable> = {
  pi: 'paymentIntents',
  ch: 'charges',
  re: 'refunds',
  fee: 'applicationFees',
  txn: 'balanceTransactions',
  dp: 'disputes',
};

type Fields = { [name: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function referenced({ store, account }: Context, id: string): unknown {
  const table = TABLE_BY_PREFIX[id.slice(0, id.indexOf('_'))];
  const row = table && store.get(table, id);
  // An application fee belongs to the platform and is shown to both sides.
  return row && (row.account === account || table === 'applicationFees') ? row.object : undefined;
}

function expandPath(context: Context, value: unknown, path: string[], whole: string): unknown {
  const [name, ...rest] = path;
  if (name === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => expandPath(context, item, path, whole));
  if (!isFields(value) || !(name in value)) {
    const listed = value as { object?: string; id?: string };
    const items = name === 'line_items' && context.store.get('sessionSecrets', listed.id ?? '')?.lineItems;
    if (!items) throw invalid(`This property cannot be expanded (${whole}).`, 'expand');
    return {
      ...listed,
      line_items: { object: 'list', data: items, has_more: false, url: lineItemsUrl(listed.id) },
    };
  }
  const inner = value[name];
  const found = typeof inner === 'string' ? referenced(context, inner) : inner;
  if (found === undefined) throw invalid(`This property cannot be expanded (${whole}).`, 'expand');
  return { ...value, [name]: expandPath(context, found, rest, whole) };
}

export const lineItemsUrl = (sessionId: string | undefined) =>
  `/v1/checkout/sessions/${sessionId}/line_items`;

/** The answer with the named references (`payment_intent.latest_charge`) replaced by their objects. */
export function expanded(context: Context, answer: unknown, paths: string[]): unknown {
  return paths.reduce((grown, path) => expandPath(context, grown, path.split('.'), path), answer);
}
