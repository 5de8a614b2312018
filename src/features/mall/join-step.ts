import { z } from 'zod';
import { JOIN_SHEETS, type JoinSource } from '../../domain/join-source.ts';
import type { AppContext } from '../../http/env.ts';
import { readTestTicket, type TestTicket } from '../members/test-ticket.ts';
import { dropText, keepText, keptText } from './kept-text.ts';

/** She may look around before she joins: what led her here is still where she came from. */
const STEP_SECONDS = 7 * 86_400;

const stepSchema = z.object({
  from: z.enum(JOIN_SHEETS).nullable().catch(null),
  /** The token of a link of the shop's own. */
  link: z.string().nullable().default(null),
  test: z.string().nullable(),
});
/** Which sheet, which link, or which ticket of the owner led somebody here. */
export type JoinStep = z.infer<typeof stepSchema>;

/** Keeps what led somebody here until she joins. */
export async function keepJoining(c: AppContext, step: JoinStep): Promise<void> {
  await keepText(c, 'pm_join', { text: JSON.stringify(step), seconds: STEP_SECONDS });
}

export async function readStepOf(c: AppContext): Promise<JoinStep | null> {
  const text = await keptText(c, 'pm_join');
  return (text === null ? null : stepSchema.safeParse(JSON.parse(text)).data) ?? null;
}

/** What led here whoever joins now. */
export async function readJoining(
  c: AppContext,
): Promise<{ joinedFrom: JoinSource; joinLinkToken: string | null; testTicket: TestTicket | null }> {
  const step = await readStepOf(c);
  return {
    joinedFrom: step?.from ?? 'mall',
    joinLinkToken: step?.link ?? null,
    testTicket: step?.test ? await readTestTicket(c.var.ctx, step.test) : null,
  };
}

export function dropJoining(c: AppContext): void {
  dropText(c, 'pm_join');
}
