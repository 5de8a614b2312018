import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Locale } from '../../../src/domain/locale.ts';
import type { Goal, PointsName, ShopContact } from '../../../src/domain/shop.ts';
import { read, send, write } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import { forgetSession, keptSession } from './kept-session.ts';
import { isSeenAs } from './seen-session.ts';
import { canAsk } from './session-end.ts';

export type StaffRole = 'owner' | 'manager' | 'clerk';

export type Shop = {
  id: string;
  slug: string;
  name: string;
  state: 'building' | 'open';
  locale: Locale;
  currency: string;
  timeZone: string;
  industry: string;
  pointsName: PointsName;
  contact: ShopContact;
  goal: Goal | null;
  mallUrl: string;
  /** When it closes, or closed; null where nobody asked. A page kept by an older console has none. */
  closing?: ShopClosing | null;
};

export type ShopClosing = {
  isClosed: boolean;
  closesAt: string;
  earnsUntil: string;
  reopenUntil: string;
  mayReopen: boolean;
};

/** Who is signed in, and at which shop; a shop is missing until sign-up has made one. */
export type Me = {
  /** `email` is null for a clerk who joined by a link. */
  user: { id: string; name: string; email: string | null; emailVerified: boolean };
  tenant: Shop | null;
  role: StaffRole | null;
  mallUrl: string | null;
  /** Of a session that a PIN began; null for one of a password. */
  device: { isLocked: boolean } | null;
};

export const ME_KEY = ['me'] as const;

/** Her address, on the screens that nobody without one is led to. */
export function addressOf({ user }: Me): string {
  return user.email ?? '';
}

/** Null when nobody is signed in, as far as no screen of a shop stands there. */
export const meQuery = queryOptions({
  queryKey: ME_KEY,
  staleTime: 60_000,
  async queryFn({ signal }): Promise<Me | null> {
    try {
      const me = await read<Me>('/me', {}, signal);
      // Nothing that stands in this tab is for whoever signed in elsewhere.
      if (!isSeenAs(me)) window.location.reload();
      return me;
    } catch (error) {
      const { status } = problemOf(error);
      // The counter rings up without a network too; nothing else of the shop is shown so.
      const kept = status === 0 && window.location.pathname === '/counter' ? keptSession() : null;
      if (kept && isSeenAs(kept.me)) return kept.me;
      if (status === 401) forgetSession();
      // A screen of the shop goes on showing what it has.
      if (status === 401 && !canAsk()) return null;
      throw error;
    }
  },
});

/** The longest name that somebody of the staff may have. */
export const NAME_CHARACTERS_MAX = 60;

/** What whoever is signed in is called from now on. */
export function changeOwnName(name: string, key: string): Promise<{ done: true }> {
  return write('/me', { method: 'PATCH', body: { name }, key });
}

/** Ends the session on the server; what was shown must not stay in memory, so the page is loaded anew. */
export async function signOut(): Promise<void> {
  forgetSession();
  await send('/api/auth/sign-out', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  window.location.assign('/sign-in');
}

/** The signed-in person and her shop, on screens that the router opens only with both. */
export function useShop(): { me: Me; shop: Shop } {
  const { data: me } = useQuery(meQuery);
  if (!me?.tenant) throw new Error('a screen of the shop was opened without one');
  return { me, shop: me.tenant };
}
