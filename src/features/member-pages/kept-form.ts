import { z } from 'zod';
import type { AppContext } from '../../http/env.ts';
import { formOwner, isAnothers } from '../mall/form-owner.ts';
import { dropText, keepText, keptText } from '../mall/kept-text.ts';

/** Long enough to sign in again, short enough for a device that others use too. */
const KEPT_SECONDS = 1800;

const keptSchema = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.string()),
  /** Whose form it was; nobody else finds it. */
  as: z.string().nullable().default(null),
});

/** Why a form is kept: its session had ended, or its page is asked for in another language meanwhile. */
type KeptBecause = 'pm_form' | 'pm_typed';

/** Keeps what was typed into the form of a page in the reader's own browser. */
export async function keepForm(
  c: AppContext,
  path: string,
  fields: Record<string, string>,
  because: KeptBecause = 'pm_form',
): Promise<void> {
  const text = JSON.stringify({ path, fields, as: await formOwner(c) });
  await keepText(c, because, { text, seconds: KEPT_SECONDS });
}

/** What was typed on this page before she signed in again or changed the language; given out once, to her. */
export async function takeForm(c: AppContext, path: string): Promise<Record<string, string> | null> {
  return (await take(c, path, 'pm_typed')) ?? take(c, path, 'pm_form');
}

async function take(c: AppContext, path: string, because: KeptBecause) {
  const text = await keptText(c, because);
  const kept = text === null ? null : keptSchema.safeParse(JSON.parse(text)).data;
  if (kept?.path !== path) return null;
  dropText(c, because);
  return isAnothers(c, kept.as) ? null : kept.fields;
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
  dropText(c, 'pm_typed');
}
