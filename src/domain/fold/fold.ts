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
  const newest = new Map<string, Projected>();
  for (const row of rows) {
    const projected = projectRow(origin, row);
    if (projected === null) continue;
    const identity = identityOf(projected);
    const known = newest.get(identity);
    if (known === undefined || projected.row.version > known.row.version) newest.set(identity, projected);
  }
  const all = [...newest.values()];
  return {
    redemptions: all.flatMap((each) => (each.table === 'redemptions' ? [each.row] : [])),
    orders: all.flatMap((each) => (each.table === 'orders' ? [each.row] : [])),
    stockLevel: all.flatMap((each) => (each.table === 'stock_levels' ? [each.row] : []))[0] ?? null,
  };
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
