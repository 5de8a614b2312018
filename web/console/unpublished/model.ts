import type { UnpublishedAnswer } from '../../../src/features/home/schemas.ts';

/** Where what is not published yet is published: the one place, or the list where it is in several. */
export type PublishedAt =
  | { to: '/design' }
  | { to: '/rewards' }
  | { to: '/rewards/$rewardId'; params: { rewardId: string } };

export type Unpublished = { count: number; at: PublishedAt[] };

/** How much waits to be published, each reward counted once; null where nothing does. */
export function unpublishedOf({ design, rewards }: UnpublishedAnswer): Unpublished | null {
  const count = design + rewards.length;
  if (count === 0) return null;
  const [only] = rewards;
  const ofRewards: PublishedAt[] =
    only === undefined
      ? []
      : rewards.length === 1
        ? [{ to: '/rewards/$rewardId', params: { rewardId: only.id } }]
        : [{ to: '/rewards' }];
  return { count, at: [...(design > 0 ? [{ to: '/design' } as const] : []), ...ofRewards] };
}

/** Screens that say themselves what of theirs is not published, and publish it; and the counter, whose keys need the room. */
export function keepsRoom(path: string): boolean {
  return path === '/design' || path === '/counter' || path.startsWith('/start') || /^\/rewards\/./.test(path);
}
