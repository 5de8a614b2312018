import { z } from 'zod';
import { type JoinSource, readJoinSheet } from '../../domain/join-source.ts';
import type { AppContext } from '../../http/env.ts';
import { readTestTicket, type TestTicket } from '../members/test-ticket.ts';
import { dropText, keepText, keptText } from './kept-text.ts';

/** She may look around before she joins: the sheet that led her here is still where she came from. */
const SHEET_SECONDS = 7 * 86_400;

const stepSchema = z.object({ from: z.string().nullable(), test: z.string().nullable() });

/** Keeps which sheet, or which ticket of the owner, led somebody here until she joins. */
export async function keepJoining(c: AppContext, step: z.infer<typeof stepSchema>): Promise<void> {
  await keepText(c, 'pm_join', { text: JSON.stringify(step), seconds: SHEET_SECONDS });
}

/** What led here whoever joins now. */
export async function readJoining(
  c: AppContext,
): Promise<{ joinedFrom: JoinSource; testTicket: TestTicket | null }> {
  const text = await keptText(c, 'pm_join');
  const step = text === null ? null : stepSchema.safeParse(JSON.parse(text)).data;
  return {
    joinedFrom: readJoinSheet(step?.from) ?? 'mall',
    testTicket: step?.test ? await readTestTicket(c.var.ctx, step.test) : null,
  };
}

export function dropJoining(c: AppContext): void {
  dropText(c, 'pm_join');
}
