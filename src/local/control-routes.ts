import { z } from 'zod';
import { installCheckpoint, PAYMENT_STEPS, REDEMPTION_STEPS } from '../account/redemption-steps.ts';
import type { Tenant } from '../context.ts';
import { findLostEvents } from '../features/payments/find-lost-events.ts';
import { AppError } from '../http/errors.ts';
import { jsonRoutes } from '../http/host-app.ts';
import { postOrUnavailable } from '../http/post.ts';
import { contextOf } from '../http/services.ts';
import { clockOffsetMs, setClockOffsetMs } from '../lib/clock.ts';
import { sweepDueObjects, touchSlice } from '../projection/sweep.ts';
import { bodyOf } from './body.ts';

const clockInput = z.strictObject({ offsetMs: z.int() });
const stallInput = z.strictObject({ step: z.enum([...REDEMPTION_STEPS, ...PAYMENT_STEPS]).nullable() });

/** What tests steer on one machine. In production none of these exists. */
export const localControlRoutes = jsonRoutes();

localControlRoutes.use('/__local/*', async (c, next) => {
  if (c.var.services.config.local === null) throw new AppError('not_found');
  await next();
});

localControlRoutes.get('/__local/clock', (c) =>
  c.json({ offsetMs: clockOffsetMs(), nowMs: c.var.services.clock.nowMs() }),
);

/** Moves the clock and touches every object, so that each re-arms its alarm for the new time. */
localControlRoutes.post('/__local/clock', async (c) => {
  const { offsetMs } = await bodyOf(c, clockInput);
  setClockOffsetMs(offsetMs);
  const figures = await touchSlice(c.env, { slice: 0, slices: 1 });
  return c.json({ offsetMs, nowMs: c.var.services.clock.nowMs(), ...figures });
});

/** From now on a redemption that reaches the step says so and never goes on. */
localControlRoutes.post('/__local/stall', async (c) => {
  const { step } = await bodyOf(c, stallInput);
  const endpoint = c.var.services.config.local?.endpoint;
  const stall = async (reached: string) => {
    if (reached !== step) return;
    await postOrUnavailable(`${endpoint}/stall`, { step: reached }, null);
    await new Promise<never>(() => undefined);
  };
  installCheckpoint(step === null ? null : stall);
  return c.json({ step });
});

/** Searches for events that no webhook has brought, as the hour's cron would. */
localControlRoutes.post('/__local/lost-events', async (c) => {
  const { services } = c.var;
  const enter = (tenant: Tenant) => contextOf(c.env, services, tenant, { kind: 'system', name: 'cron' });
  return c.json(await findLostEvents({ ctx: services, input: { enter } }));
});

/** Runs the sweep as the minute's cron would; nothing overdue is too young for it here. */
localControlRoutes.post('/__local/scheduled', async (c) =>
  c.json(await sweepDueObjects(c.env, { overdueByMs: 0 })),
);
