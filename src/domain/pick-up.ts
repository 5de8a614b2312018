import type { ShopContact } from './shop.ts';
import { pickUpBranches, type ShopSettings } from './shop-settings.ts';

/**
 * Whether members may fetch goods in the shop: as the shop says, and while it says nothing wherever it
 * has an address, a branch to fetch at, or takes cash at its counter.
 */
export function offersPickUp(
  { pickUp, address }: Pick<ShopContact, 'pickUp' | 'address'>,
  takesCashAtCounter: boolean,
  settings: Pick<ShopSettings, 'branches' | 'delivery'> = {},
): boolean {
  const somewhere = address !== null || takesCashAtCounter || pickUpBranches(settings).length > 0;
  return settings.delivery?.pickUp ?? pickUp ?? somewhere;
}
