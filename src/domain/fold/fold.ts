import type { JournalRow } from '../journal.ts';
import {
  type Projected,
  type ProjectedOrder,
  type ProjectedRedemption,
  type ProjectedStockLevel,
  projectRow,
  type RowOrigin,
} from './projected.ts';

/** Everything that one object's journal says about the projected tables. */
export type Folded = {
  redemptions: ProjectedRedemption[];
  orders: ProjectedOrder[];
  stockLevel: ProjectedStockLevel | null;
};

/** Folds a whole journal. The order of the rows does not matter: the highest version wins. */
export function foldJournal(origin: RowOrigin, rows: readonly JournalRow[]): Folded {
  const all = foldProjected(rows.map((row) => projectRow(origin, row)).filter((each) => each !== null));
  return {
    redemptions: all.flatMap((each) => (each.table === 'redemptions' ? [each.row] : [])),
    orders: all.flatMap((each) => (each.table === 'orders' ? [each.row] : [])),
    stockLevel: all.flatMap((each) => (each.table === 'stock_levels' ? [each.row] : []))[0] ?? null,
  };
}

/** One row for each identity. A delivery stays what the newest version that carries one says. */
export function foldProjected(projected: readonly Projected[]): Projected[] {
  const newest = new Map<string, Projected>();
  for (const each of projected) {
    const identity = identityOf(each);
    const known = newest.get(identity);
    newest.set(identity, known === undefined ? each : later(known, each));
  }
  return [...newest.values()];
}

function later(one: Projected, other: Projected): Projected {
  const [older, newer] = one.row.version < other.row.version ? [one, other] : [other, one];
  if (newer.table !== 'redemptions' || older.table !== 'redemptions') return newer;
  return { table: 'redemptions', row: { ...newer.row, delivery: newer.row.delivery ?? older.row.delivery } };
}

/** What tells rows of the projected tables apart within a tenant. */
export function identityOf(projected: Projected): string {
  switch (projected.table) {
    case 'redemptions':
      return JSON.stringify(['redemptions', projected.row.redemptionId]);
    case 'orders':
      return JSON.stringify(['orders', projected.row.channel, projected.row.orderId]);
    case 'stock_levels':
      return JSON.stringify(['stock_levels', projected.row.stockId]);
  }
}
