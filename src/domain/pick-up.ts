import type { ShopContact } from './shop.ts';

/**
 * Whether members may fetch goods in the shop: as the shop says, and while it says nothing wherever it
 * has an address or takes cash at its counter.
 */
export function offersPickUp(
  { pickUp, address }: Pick<ShopContact, 'pickUp' | 'address'>,
  takesCashAtCounter: boolean,
): boolean {
  return pickUp ?? (address !== null || takesCashAtCounter);
}
