import { z } from 'zod';
import type { Context } from '../../context.ts';
import { openText, sealText } from '../../lib/sealed-text.ts';

/** How long an address works; the screen that shows it asks for another before that. */
const TICKET_MS = 10 * 60_000;

type Scope = Pick<Context, 'clock' | 'config' | 'tenant'>;

const boundTo = ({ tenant }: Scope) => `test member/${tenant.id}`;

const ticketSchema = z.object({ untilMs: z.int(), turn: z.int() });

/**
 * Lets one person join as the shop's test member. `turn` counts the test members that there were when
 * it was given out: the next one uses every ticket of that turn up.
 */
export type TestTicket = z.infer<typeof ticketSchema>;

export async function sealTestTicket(ctx: Scope, turn: number): Promise<{ sealed: string; untilMs: number }> {
  const untilMs = ctx.clock.nowMs() + TICKET_MS;
  const text = JSON.stringify({ untilMs, turn } satisfies TestTicket);
  return { sealed: await sealText(ctx.config.sessionSecret, text, boundTo(ctx)), untilMs };
}

/** The ticket, or null where it is over, another shop's or none of ours. */
export async function readTestTicket(ctx: Scope, sealed: string): Promise<TestTicket | null> {
  const text = await openText(ctx.config.sessionSecret, sealed, boundTo(ctx));
  const ticket = text === null ? null : (ticketSchema.safeParse(JSON.parse(text)).data ?? null);
  return ticket && ticket.untilMs > ctx.clock.nowMs() ? ticket : null;
}
