import type { AppContext } from '../../http/env.ts';

/** The member whose form this is; null where it names none. */
export async function formOwner(c: AppContext): Promise<string | null> {
  try {
    const owner = (await c.req.formData()).get('as');
    return typeof owner === 'string' && owner !== '' ? owner : null;
  } catch {
    // No form at all: the route refuses it in its own words.
    return null;
  }
}

/** Whether what is kept of this member's form is nothing for whoever is signed in now. */
export function isAnothers(c: AppContext, owner: string | null | undefined): boolean {
  const { actor } = c.var.ctx;
  return owner != null && actor.kind === 'member' && actor.memberId !== owner;
}
