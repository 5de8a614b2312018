import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerJson, isOurs, jsonBody } from '../loopback-server.ts';
import type { DisabledReason } from './account-object.ts';
import { completeOnboarding, deauthoriseAccount, disableAccount } from './accounts.ts';
import { books } from './books.ts';
import { payByCard } from './cards.ts';
import type { Context } from './context.ts';
import {
  type DeliverySettings,
  deliverySettings,
  flushHeld,
  PLAIN_DELIVERY,
  redeliver,
} from './delivery-settings.ts';
import { closeDispute, openDispute } from './disputes.ts';
import { StripeError } from './error.ts';
import { FAULTS } from './faults.ts';
import { refund, settleRefund } from './refunds.ts';
import { expireDueSessions } from './sessions.ts';
import type { StandIn } from './stand-in.ts';
import type { ObjectTable } from './tables.ts';

const fault = z.object({
  method: z.string().nullable().default(null),
  path: z.string().nullable().default(null),
  account: z.string().nullable().default(null),
  how: z.enum(FAULTS),
  times: z.number().int().positive().nullable().default(1),
});
const delivery = z
  .object({
    hold: z.boolean(),
    duplicates: z.number().int().nonnegative(),
    loseEvery: z.number().int().nonnegative(),
    delayMs: z.number().int().nonnegative(),
    scatterMs: z.number().int().nonnegative(),
    types: z.array(z.string()).nullable(),
  })
  .partial()
  .strict();
const flush = z.object({ order: z.enum(['made', 'reverse', 'shuffled']).default('made') });
const outsideRefund = z.object({
  paymentIntent: z.string(),
  amount: z.number().int().positive().optional(),
  refundApplicationFee: z.boolean().default(false),
});
const refundMode = z.object({ mode: z.enum(['succeed', 'pending']) });
const refundEnd = z.object({ status: z.enum(['succeeded', 'failed']) });
const dispute = z.object({ paymentIntent: z.string(), reason: z.string().default('fraudulent') });
const disputeEnd = z.object({ status: z.enum(['won', 'lost']) });
const DISABLED_REASONS = [
  'listed',
  'other',
  'platform_paused',
  'rejected.fraud',
  'rejected.other',
  'rejected.terms_of_service',
  'requirements.past_due',
  'requirements.pending_verification',
  'under_review',
] satisfies DisabledReason[];
const disabling = z.object({
  reason: z.enum(DISABLED_REASONS).default('rejected.other'),
  due: z.array(z.string()).default([]),
});
const card = z.object({ card: z.enum(['pays', 'declined', 'challenged']).default('pays') });

/** Does something to an object of a connected account as that account would. */
function asOwner<Result>(
  standIn: StandIn,
  table: ObjectTable,
  id: string,
  act: (context: Context) => Result,
): Result {
  const row = standIn.store.get(table, id);
  if (!row) throw new StripeError(404, `No such object: '${id}'`);
  return asAccount(standIn, row.account, act);
}

function asAccount<Result>(standIn: StandIn, account: string, act: (context: Context) => Result): Result {
  const { store } = standIn;
  const context = { store, nowMs: standIn.nowMs(), url: standIn.url(), account, cause: null };
  return store.transaction(() => act(context));
}

type Knob = (standIn: StandIn, body: unknown, id: string) => unknown;

/** What tests steer, by method and path; `:id` is one part of the path. */
const KNOBS: Record<string, Knob> = {
  'GET /books': ({ store }) => books(store),
  'GET /requests': ({ requests }) => requests,

  'GET /faults': ({ faults }) => ({ faults: faults.list(), stalled: faults.stalled() }),
  'POST /faults': ({ faults }, body) => faults.add(fault.parse(body)),
  'POST /faults/clear': ({ faults }) => faults.clear(),
  'POST /faults/release': ({ faults }) => faults.release(),

  'GET /events': ({ store }) =>
    store.entries('deliveries').map(([id, { eventId, ...rest }]) => {
      const event = store.get('events', eventId)?.object;
      return { id, eventId, type: event?.type, account: event?.account, ...rest };
    }),
  'POST /events': ({ store }, body) => {
    const settings = { ...deliverySettings(store), ...delivery.parse(body) };
    store.transaction(() => store.put('knobs', 'delivery', settings as DeliverySettings));
    return settings;
  },
  'POST /events/plain': ({ store }) =>
    store.transaction(() => store.put('knobs', 'delivery', PLAIN_DELIVERY)),
  'POST /events/flush': ({ store, nowMs }, body) => flushHeld(store, flush.parse(body).order, nowMs()),
  'POST /events/:id/deliver': ({ store, nowMs }, _body, id) => redeliver(store, id, nowMs()),

  'POST /accounts/:id/onboard': (standIn, _body, id) =>
    asAccount(standIn, id, (context) => completeOnboarding(context, id)),
  'POST /accounts/:id/disable': (standIn, body, id) => {
    const { reason, due } = disabling.parse(body);
    return asAccount(standIn, id, (context) => disableAccount(context, id, reason, due));
  },
  'POST /accounts/:id/deauthorise': (standIn, _body, id) =>
    asAccount(standIn, id, (context) => deauthoriseAccount(context, id)),

  'POST /sessions/:id/pay': (standIn, body, id) => {
    expireDueSessions(standIn.store, standIn.nowMs(), standIn.url());
    return asOwner(standIn, 'sessions', id, (context) => payByCard(context, id, card.parse(body).card));
  },
  'POST /refund-mode': ({ store }, body) =>
    store.transaction(() => store.put('knobs', 'refunds', refundMode.parse(body).mode)),
  'POST /refunds': (standIn, body) => {
    const asked = outsideRefund.parse(body);
    return asOwner(standIn, 'paymentIntents', asked.paymentIntent, (context) => refund(context, asked));
  },
  'POST /refunds/:id': (standIn, body, id) =>
    asOwner(standIn, 'refunds', id, (context) => settleRefund(context, id, refundEnd.parse(body).status)),
  'POST /disputes': (standIn, body) => {
    const { paymentIntent, reason } = dispute.parse(body);
    return asOwner(standIn, 'paymentIntents', paymentIntent, (context) =>
      openDispute(context, paymentIntent, reason),
    );
  },
  'POST /disputes/:id': (standIn, body, id) =>
    asOwner(standIn, 'disputes', id, (context) => closeDispute(context, id, disputeEnd.parse(body).status)),
};

const knobs = Object.entries(KNOBS).map(([name, knob]) => ({
  pattern: new RegExp(`^${name.replace('/', '/control/').replace(':id', '([^/]+)')}$`),
  knob,
}));

/** Serves `/control/…`, for programs on this machine alone: a page in a browser is refused. */
export async function serveControl(
  standIn: StandIn,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!isOurs(request)) return answerJson(response, 403, { message: 'asked from a page of somewhere else' });
  const asked = `${request.method} ${url.pathname}`;
  const found = knobs.find(({ pattern }) => pattern.test(asked));
  if (!found) return answerJson(response, 404, { message: 'no such knob' });
  try {
    const body = request.method === 'POST' ? await jsonBody(request) : null;
    const result = found.knob(standIn, body, found.pattern.exec(asked)?.[1] ?? '');
    standIn.deliverer.wake();
    answerJson(response, 200, result ?? {});
  } catch (error) {
    answerJson(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
}
