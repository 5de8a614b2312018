import type { Context } from '../../context.ts';
import { SWITCHED_LETTERS, type SwitchedLetter } from '../../domain/letter.ts';
import { setMutedLetters } from './queries.ts';

type Addressed = { email: string | null; provedEmail: string | null; mutedLetters: SwitchedLetter[] };

/** Where a member's letters go and which kinds she gets; null where she has proved no e-mail. */
export function wantedLetters({ email, provedEmail, mutedLetters }: Addressed) {
  if (email === null || email !== provedEmail) return null;
  const wanted = Object.fromEntries(SWITCHED_LETTERS.map((kind) => [kind, !mutedLetters.includes(kind)]));
  return { email, wanted: wanted as Record<SwitchedLetter, boolean> };
}

/** Keeps which kinds of letters she does not want; sending it twice is one choice. */
export async function chooseLetters({
  ctx,
  input: { memberId, muted },
}: {
  ctx: Context;
  input: { memberId: string; muted: SwitchedLetter[] };
}): Promise<void> {
  await ctx.db.batch(ctx.tenant.id, [setMutedLetters(ctx, memberId, muted)]);
}
