import type { Context } from './context.ts';
import type { Store } from './store.ts';
import type { Event } from './tables.ts';

/** How events reach the webhook, or do not. */
export type DeliverySettings = {
  /** Collects deliveries until a flush, which may change their order. */
  hold: boolean;
  /** How many times more each event is delivered. */
  duplicates: number;
  /** Every n-th event is lost: 1 loses all, 0 none. It can still be listed. */
  loseEvery: number;
  /** Delay by the local clock. */
  delayMs: number;
  /** Each delivery waits a random time up to this, so that they overtake each other. */
  scatterMs: number;
  /** Only events of these types are treated so; null treats all. */
  types: string[] | null;
};

export const PLAIN_DELIVERY: DeliverySettings = {
  hold: false,
  duplicates: 0,
  loseEvery: 0,
  delayMs: 0,
  scatterMs: 0,
  types: null,
};

export function deliverySettings(store: Store): DeliverySettings {
  return (store.get('knobs', 'delivery') as DeliverySettings | undefined) ?? PLAIN_DELIVERY;
}

/** Queues an event for the webhook as the settings will have it. */
export function queueDeliveries({ store, nowMs }: Context, event: Event): void {
  const chosen = deliverySettings(store);
  const settings = chosen.types === null || chosen.types.includes(event.type) ? chosen : PLAIN_DELIVERY;
  const seen = ((store.get('knobs', 'eventsSeen') as number | undefined) ?? 0) + 1;
  store.put('knobs', 'eventsSeen', seen);
  const lost = settings.loseEvery > 0 && seen % settings.loseEvery === 0;
  for (let copy = 0; copy <= settings.duplicates; copy += 1) {
    store.put('deliveries', `${event.id}/${copy}`, {
      eventId: event.id,
      dueAtMs: nowMs + settings.delayMs + Math.floor(Math.random() * settings.scatterMs),
      state: lost ? 'lost' : settings.hold ? 'held' : 'waiting',
      after: null,
      attempts: [],
    });
  }
}

/** Lets held deliveries go, in the order they were made, the other way round, or any. */
export function flushHeld(store: Store, order: 'made' | 'reverse' | 'shuffled', nowMs: number): number {
  const held = store.entries('deliveries').filter(([, { state }]) => state === 'held');
  if (order === 'reverse') held.reverse();
  if (order === 'shuffled') {
    for (let last = held.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      const [a, b] = [held[last], held[other]];
      if (a && b) [held[last], held[other]] = [b, a];
    }
  }
  store.transaction(() => {
    for (const [id] of held) store.put('deliveries', id, null);
    // Each goes once the one before it has been tried, so that they arrive in this order.
    let after: string | null = null;
    for (const [id, delivery] of held) {
      const flushed = `${id}/flushed`;
      store.put('deliveries', flushed, { ...delivery, dueAtMs: nowMs, state: 'waiting', after });
      after = flushed;
    }
  });
  return held.length;
}

/** Delivers an event once more, as the button in Stripe's pages does. */
export function redeliver(store: Store, eventId: string, nowMs: number): void {
  if (!store.get('events', eventId)) throw new Error(`No such event: ${eventId}`);
  store.transaction(() =>
    store.put('deliveries', `${eventId}/again-${store.entries('deliveries').length}`, {
      eventId,
      dueAtMs: nowMs,
      state: 'waiting',
      after: null,
      attempts: [],
    }),
  );
}
