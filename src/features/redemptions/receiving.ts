import type { RedeemCommand } from '../../account/contract.ts';
import { delivers } from '../../domain/delivery-regions.ts';
import { offersPickUp } from '../../domain/pick-up.ts';
import { pickUpBranches, shippingFeeMinor } from '../../domain/shop-settings.ts';
import { type AnyRefusal, type Result, refuse, succeed } from '../../lib/result.ts';
import type { MallManifest } from '../publication/manifest.ts';
import type { RedeemInput } from './schemas.ts';

/** What a redemption keeps of how it comes to her: the branch she fetches it at, or what its parcel costs. */
export type Receiving = Pick<RedeemCommand, 'branch' | 'shippingFeeMinor'>;

/**
 * How goods reach her, as the shop has it now. An address that it does not send to is refused before any
 * point moves, and so is a fee that is not the one she saw. Of several branches she names one; a clerk who hands over at once need not.
 */
export function receivingOf(
  manifest: MallManifest | null,
  input: Pick<RedeemInput, 'delivery' | 'branchId' | 'shippingFeeMinor'>,
  { picksUp, points }: { picksUp: boolean; points: number },
): Result<Receiving> {
  const { settings } = manifest ?? {};
  if (picksUp) {
    const branches = pickUpBranches(settings);
    const { branchId = null } = input;
    const [only, ...others] = branches;
    const branch =
      branchId === null && others.length === 0 ? only : branches.find(({ id }) => id === branchId);
    if (!branch && branchId !== null) {
      return refuse({ code: 'invalid_input', field: 'branchId', reason: 'unknown' });
    }
    return succeed(branch ? { branch: { id: branch.id, name: branch.name } } : {});
  }
  const { delivery } = settings ?? {};
  if (!manifest || input.delivery === null) return succeed({});
  if (delivery && !(delivery.ships && delivers(delivery.areas, input.delivery))) {
    return refuse(notServed(manifest));
  }
  const feeMinor = shippingFeeMinor(delivery, points);
  const toldMinor = input.shippingFeeMinor ?? feeMinor;
  if (toldMinor !== feeMinor) {
    const { currency } = manifest.tenant;
    return refuse({ code: 'shipping_fee_changed', feeMinor, toldMinor, currency });
  }
  return succeed(feeMinor > 0 ? { shippingFeeMinor: feeMinor } : {});
}

/** Says where the shop sends to, and whether she could fetch it instead. */
function notServed({ tenant, payments, settings = {} }: MallManifest): AnyRefusal {
  const { delivery } = settings;
  return {
    code: 'region_not_served',
    areas: delivery?.ships ? (delivery.areas ?? []) : [],
    pickUp: offersPickUp(tenant.contact, payments.counter, settings),
  };
}
