import { API_VERSION, type Context, secondsOf } from './context.ts';
import { queueDeliveries } from './delivery-settings.ts';
import { newId } from './identifier.ts';
import type { Event } from './tables.ts';

/**
 * Records an event in the transaction that causes it, and that it is to be delivered: an effect is
 * never without its event. The object is shown as it is now, whatever becomes of it later.
 */
export function recordEvent(
  context: Context,
  type: string,
  object: unknown,
  previousAttributes?: Record<string, unknown>,
): void {
  const { store, account, cause, nowMs } = context;
  const event: Event = {
    id: newId('evt'),
    object: 'event',
    account,
    api_version: API_VERSION,
    created: secondsOf(nowMs),
    data: { object, ...(previousAttributes && { previous_attributes: previousAttributes }) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: cause?.id ?? null, idempotency_key: cause?.idempotencyKey ?? null },
    type,
  };
  store.put('events', event.id, { account, object: event });
  queueDeliveries(context, event);
}
