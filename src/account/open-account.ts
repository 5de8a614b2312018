import { callObject } from '../object/object-client.ts';
import type { ObjectCore } from '../object/object-core.ts';
import type { Opened } from '../object/opened.ts';
import type { StripeCalls } from '../stripe/stripe-calls.ts';
import { AccountDesk } from './account-desk.ts';
import { RedemptionDesk } from './redemption-desk.ts';

/** What an account has once its tables exist: everything but its address on the wire. */
export type OpenAccount = { desk: AccountDesk; redemptions: RedemptionDesk };

/**
 * Sets up an opened account; `region` is its own jurisdiction, inside which its stocks are found as well.
 * `stripe` is asked for at the first payment: an object must start whatever its configuration says.
 */
export function openedAccount(
  core: ObjectCore,
  opened: Opened,
  stocks: { namespace: DurableObjectNamespace; region: string | null },
  stripe: () => StripeCalls | null,
): OpenAccount {
  const { tenantId } = opened.address;
  const desk = new AccountDesk(core.database, opened);
  const redemptions = new RedemptionDesk(core, desk, {
    callStock: (stockId, call) => callObject({ ...stocks, tenantId, objectId: stockId }, call),
    stripe,
  });
  return { desk, redemptions };
}
