import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { Result } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { actOnRedemption, type RedemptionName } from './act-on-redemption.ts';

type Keyed = RedemptionName & { key: string };
type Verb<Input> = (verb: { ctx: Context; input: Input }) => Promise<Result<RedemptionView>>;

/** Packing begins: from here on the member can only ask to cancel. */
export const prepareRedemption: Verb<Keyed> = ({ ctx, input }) => {
  const { redemptionId, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.startFulfilment({ ...commandOf(ctx, key), redemptionId }),
  );
};

/** What she picks up lies at the counter for her; from here on she can only ask to cancel. */
export const markReady: Verb<Keyed> = ({ ctx, input }) => {
  const { redemptionId, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.markReady({ ...commandOf(ctx, key), redemptionId }),
  );
};

/** The parcel is on its way, with the number under which the carrier knows it. */
export const shipRedemption: Verb<Keyed & { carrier: string; trackingNumber: string }> = ({ ctx, input }) => {
  const { redemptionId, carrier, trackingNumber, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.ship({ ...commandOf(ctx, key), redemptionId, carrier, trackingNumber }),
  );
};

/** Another carrier or number for a parcel on its way: the first was written down wrongly. */
export const correctParcel: Verb<Keyed & { carrier: string; trackingNumber: string }> = ({ ctx, input }) => {
  const { redemptionId, carrier, trackingNumber, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.correctParcel({ ...commandOf(ctx, key), redemptionId, carrier, trackingNumber }),
  );
};

/** The member took it with her in the shop: nothing travels, and she has it. */
export const handOverRedemption: Verb<Keyed> = ({ ctx, input }) => {
  const { redemptionId, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.handOver({ ...commandOf(ctx, key), redemptionId }),
  );
};

/** The parcel has arrived, as the member or the shop says. */
export const receiveRedemption: Verb<Keyed> = ({ ctx, input }) => {
  const { redemptionId, key } = input;
  return actOnRedemption(ctx, input.memberId, (account) =>
    account.markReceived({ ...commandOf(ctx, key), redemptionId }),
  );
};
