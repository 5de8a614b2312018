import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { problemOf } from '../../api/problem.ts';
import { MEMBERS_KEY } from '../../members/api.ts';
import { useShop } from '../../session/session.ts';
import { COUNTER_KEY } from '../api.ts';
import { type KeptGrant, ownerOf } from './kept-grant.ts';
import { type SentKept, sendKept } from './send-kept.ts';
import { keptGrants } from './store.ts';

export const KEPT_KEY = ['kept-grants'] as const;

/** How often the network is tried while something waits. */
const TRY_AGAIN_MS = 5_000;

/** What waits on this device for whoever is signed in, and the way to send it. */
export function useKeptGrants({ onSent }: { onSent?: (sent: SentKept[]) => void } = {}) {
  const client = useQueryClient();
  const { me } = useShop();
  const owner = ownerOf(me);
  const query = useQuery<KeptGrant[]>({
    queryKey: [...KEPT_KEY, owner],
    queryFn: () => keptGrants(owner).catch(() => []),
    staleTime: 0,
  });
  const waiting = query.data?.some(({ refused }) => refused === null) ?? false;
  const reload = useCallback(() => client.invalidateQueries({ queryKey: KEPT_KEY }), [client]);
  const send = useCallback(async () => {
    if (navigator.onLine === false) return;
    const sent = await sendKept(owner, (error) => problemOf(error).detail ?? '').catch(() => []);
    await reload();
    if (sent.length === 0) return;
    onSent?.(sent);
    await Promise.all([COUNTER_KEY, MEMBERS_KEY].map((queryKey) => client.invalidateQueries({ queryKey })));
  }, [owner, reload, onSent, client]);
  useEffect(() => {
    if (!waiting) return;
    void send();
    const timer = setInterval(() => void send(), TRY_AGAIN_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [waiting, send]);
  return { grants: query.data ?? [], reload, send };
}
