import type { Refusal } from '../refusal.ts';
import {
  CANCEL_REQUESTS_MAX,
  type CancelRequest,
  cancelRequestsLeft,
  type Redemption,
} from './redemption.ts';

/** A "no" is not the last word, as often as the limit allows; what was declined stays in the story. */
export function askToCancel(
  redemption: Redemption,
  reason: string | null,
  nowMs: number,
): { through: []; set: Partial<Redemption> } | Refusal {
  if (cancelRequestsLeft(redemption) === 0)
    return { code: 'too_many_cancel_requests', limit: CANCEL_REQUESTS_MAX };
  const request: CancelRequest = { state: 'open', reason, requestedAtMs: nowMs, answeredAtMs: null };
  const { cancelRequest: before } = redemption;
  if (before === null) return { through: [], set: { cancelRequest: request } };
  const { requestedAtMs, answeredAtMs } = before;
  const declinedBefore = [...(before.declinedBefore ?? []), { requestedAtMs, answeredAtMs }];
  return { through: [], set: { cancelRequest: { ...request, declinedBefore } } };
}

/** The answer to a request still open; none where nobody asked. */
export function answered(
  { cancelRequest }: Pick<Redemption, 'cancelRequest'>,
  state: 'accepted' | 'declined',
  nowMs: number,
): Partial<Redemption> {
  if (cancelRequest?.state !== 'open') return {};
  return { cancelRequest: { ...cancelRequest, state, answeredAtMs: nowMs } };
}
