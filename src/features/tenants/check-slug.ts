import type { Services } from '../../context.ts';
import { type SlugFault, slugFault } from '../../domain/slug.ts';
import { isSlugClaimed } from './organization-queries.ts';

export type SlugAnswer = { free: boolean; reason: SlugFault | 'taken' | null };

/** Whether a shop could have the slug now. Only sign-up itself takes it. */
export async function checkSlug({
  ctx,
  input,
}: {
  ctx: Pick<Services, 'authDb' | 'directory'>;
  input: { slug: string };
}): Promise<SlugAnswer> {
  const fault = slugFault(input.slug);
  if (fault) return { free: false, reason: fault };
  const [claimed, found] = await Promise.all([
    isSlugClaimed(ctx.authDb, input.slug),
    ctx.directory.resolveHost(input.slug),
  ]);
  return claimed || found ? { free: false, reason: 'taken' } : { free: true, reason: null };
}
