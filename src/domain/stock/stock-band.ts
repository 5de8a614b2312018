import type { StockLevel } from './level.ts';

/** Up to so many units a reward says how many are left; above it says nothing. */
export const FEW_UNITS_MAX = 20;

/** Where so few are left, the shop is told to think of more: its safety stock while it has set none. */
export const SAFETY_UNITS = 5;

/** What readers are told of a stock: enough, the few units that are left, or none. */
export type StockBand = 'in' | number | 'out';

/** The one rule for it, in mall, widget and API. */
export function stockBandOf({
  unlimited,
  availableUnits,
}: Pick<StockLevel, 'unlimited' | 'availableUnits'>): StockBand {
  if (unlimited || availableUnits > FEW_UNITS_MAX) return 'in';
  return availableUnits > 0 ? availableUnits : 'out';
}
