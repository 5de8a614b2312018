import { z } from 'zod';
import type { AppContext } from '../../http/env.ts';
import { dropText, keepText, keptText } from '../mall/kept-text.ts';

/** Long enough to sign in again, short enough for a device that others use too. */
const KEPT_SECONDS = 1800;

const keptSchema = z.object({ path: z.string(), fields: z.record(z.string(), z.string()) });

/** Keeps what was typed into the form of a page in the reader's own browser; too much is not kept. */
export async function keepForm(c: AppContext, path: string, fields: Record<string, string>): Promise<void> {
  await keepText(c, 'pm_form', { text: JSON.stringify({ path, fields }), seconds: KEPT_SECONDS });
}

/** What was typed on this page before she had to sign in again; given out once. */
export async function takeForm(c: AppContext, path: string): Promise<Record<string, string> | null> {
  const text = await keptText(c, 'pm_form');
  const kept = text === null ? null : keptSchema.safeParse(JSON.parse(text)).data;
  if (kept?.path !== path) return null;
  dropText(c, 'pm_form');
  return kept.fields;
}

/** Keeps the form and leads to signing in, and from there back to the page that it stands on. */
export async function signInAndBack(
  c: AppContext,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  await keepForm(c, path, fields);
  return c.redirect(`/sign-in?ended&to=${encodeURIComponent(path)}`, 303);
}

/** Signing out forgets what was typed. */
export function dropForm(c: AppContext): void {
  dropText(c, 'pm_form');
}
