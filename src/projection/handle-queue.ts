import { configOf } from '../config.ts';
import { connectApp } from '../db/client.ts';
import type { JournalMessage } from '../domain/journal.ts';
import { clock } from '../lib/clock.ts';
import { consoleLog, failureFields } from '../lib/log.ts';
import { groupByTenant, type SeqRange } from './arrived.ts';
import { type ObjectBindings, objectAt } from './objects.ts';
import { projectMessages, type Services } from './project-messages.ts';

/** The object resends by itself; the queue's own retry only bridges a hiccup. */
const RETRY_AFTER_SECONDS = 2;

/**
 * Takes journal rows from the queue into Postgres and confirms to each object what is committed.
 * A tenant whose batch fails is retried as a whole and keeps nobody else waiting.
 */
export async function handleQueue(batch: MessageBatch<JournalMessage>, env: ObjectBindings): Promise<void> {
  const config = configOf(env);
  const localEndpoint = config.local?.endpoint ?? null;
  const { db } = connectApp({ url: config.databaseAppUrl, localEndpoint });
  const services = { db, log: consoleLog({ part: 'projection' }), nowMs: clock.nowMs() };
  const groups = groupByTenant(batch.messages, ({ body }) => body.tenantId);
  await Promise.all(
    [...groups].map(([tenantId, messages]) => projectGroup(services, env, tenantId, messages)),
  );
}

async function projectGroup(
  services: Services,
  env: ObjectBindings,
  tenantId: string,
  messages: readonly Message<JournalMessage>[],
): Promise<void> {
  try {
    const bodies = messages.map(({ body }) => body);
    const { confirmable, region } = await projectMessages(services, tenantId, bodies);
    for (const message of messages) message.ack();
    await confirmAll(services, env, confirmable, region);
  } catch (failure) {
    services.log.warn('projection.outage', { tenantId, ...failureFields(failure) });
    for (const message of messages) message.retry({ delaySeconds: RETRY_AFTER_SECONDS });
  }
}

/** A confirmation that does not arrive is made good by the object's resend. */
async function confirmAll(
  { log }: Services,
  env: ObjectBindings,
  ranges: readonly SeqRange[],
  region: string | null,
): Promise<void> {
  await Promise.all(
    ranges.map(async ({ origin, ...range }) => {
      try {
        await objectAt(env, origin, region).confirmProjected(range);
      } catch (failure) {
        log.warn('projection.unconfirmed', { ...origin, ...range, ...failureFields(failure) });
      }
    }),
  );
}
