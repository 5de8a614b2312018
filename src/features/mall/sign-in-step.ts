import { z } from 'zod';
import type { AppContext } from '../../http/env.ts';
import { dropText, keepText, keptText } from './kept-text.ts';
import { returnPath } from './return-path.ts';

/** A code lives ten minutes; a little longer, so that a late one is told that it is. */
const STEP_SECONDS = 1200;

const stepSchema = z.object({
  /** The address as it was understood: the code's own. */
  identifier: z.string(),
  to: z.string().transform(returnPath),
  /** What the page says about the code besides where it went. */
  sent: z.enum(['first', 'again', 'before']),
  /** From when on another code may be asked for, where that was said. */
  resendAtMs: z.int().nullish(),
});

/** Where somebody stands between asking for a code and typing it. */
export type SignInStep = z.infer<typeof stepSchema>;

export async function keepStep(c: AppContext, step: SignInStep): Promise<void> {
  await keepText(c, 'pm_sign_in', { text: JSON.stringify(step), seconds: STEP_SECONDS });
}

export async function readStep(c: AppContext): Promise<SignInStep | null> {
  const text = await keptText(c, 'pm_sign_in');
  return text === null ? null : (stepSchema.safeParse(JSON.parse(text)).data ?? null);
}

export function dropStep(c: AppContext): void {
  dropText(c, 'pm_sign_in');
}
