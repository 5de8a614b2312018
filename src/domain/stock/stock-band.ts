import type { StockLevel } from './level.ts';

/** Above so many units a reward says nothing of them. */
const FEW_UNITS_MAX = 20;
/** And of a stock that is mostly still there neither: ten of ten are all there ever were, not the last. */
const FEW_PARTS = 4;

/** Where so few are left, the shop is told to think of more: its safety stock while it has set none. */
export const SAFETY_UNITS = 5;

/** What readers are told of a stock: enough, the few units that are left, or none. */
export type StockBand = 'in' | number | 'out';

type Counted = Pick<StockLevel, 'unlimited' | 'availableUnits' | 'stockedUnits'>;

/** The one rule for it, in mall, widget and API: few are those near the safety stock, or the last quarter. */
export function stockBandOf({ unlimited, availableUnits, stockedUnits }: Counted): StockBand {
  if (unlimited || availableUnits > FEW_UNITS_MAX) return 'in';
  if (availableUnits <= 0) return 'out';
  const isLast = availableUnits <= SAFETY_UNITS || availableUnits * FEW_PARTS <= stockedUnits;
  return isLast ? availableUnits : 'in';
}
