import { useQuery } from '@tanstack/react-query';
import { write } from '../../api/client.ts';
import { useShop } from '../../session/session.ts';
import { type Granted, sameGrant } from '../api.ts';
import { type KeptGrant, othersWhoKept, staffOf } from './kept-grant.ts';
import { withMember } from './send-kept.ts';
import { allKeptGrants } from './store.ts';
import { KEPT_KEY } from './use-kept-grants.ts';

/** How soon somebody who is removed meanwhile is seen to be. */
const LOOK_AGAIN_MS = 60_000;

/** What waits on this device of people who were removed from the staff: nobody else's is shown to anybody. */
export function useLeftGrants(): KeptGrant[] {
  const { me } = useShop();
  const { data } = useQuery<KeptGrant[]>({
    queryKey: [...KEPT_KEY, 'left', me.user.id, me.tenant?.id],
    async queryFn() {
      const all = await allKeptGrants().catch(() => []);
      const staffIds = othersWhoKept(all, me).slice(0, 20);
      if (staffIds.length === 0) return [];
      const left = await write<{ staffIds: string[] }>('/counter/left/find', {
        method: 'POST',
        body: { staffIds },
        key: crypto.randomUUID(),
      });
      const shop = ` ${me.tenant?.id ?? ''}`;
      return all.filter((grant) => grant.owner.endsWith(shop) && left.staffIds.includes(staffOf(grant)));
    },
    staleTime: LOOK_AGAIN_MS,
    retry: false,
  });
  return data ?? [];
}

const leftByOf = (grant: KeptGrant) => ({ staffId: staffOf(grant), key: grant.key });

/** Gives it in the name of whoever presses, as it was rung up then; null where nobody is called so. */
export async function giveLeft(grant: KeptGrant, key: string): Promise<Granted | null> {
  const { member, body, atMs, branchId } = await withMember(grant);
  if (member === null) return null;
  const soldAt = body.soldAt ?? new Date(atMs).toISOString();
  return write(`/counter/members/${member.memberId}/grants`, {
    method: 'POST',
    body: { ...sameGrant(body), soldAt, leftBy: leftByOf(grant) },
    key,
    branchId: branchId ?? null,
  });
}

/** Nobody will give it any more; the log says who decided so. */
export function throwLeftAway(
  { grant, amountMinor }: { grant: KeptGrant; amountMinor: number },
  key: string,
): Promise<unknown> {
  const body = { leftBy: leftByOf(grant), amountMinor };
  return write('/counter/left/discard', { method: 'POST', body, key });
}
