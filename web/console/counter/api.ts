import { queryOptions } from '@tanstack/react-query';
import { write } from '../api/client.ts';

/** How the counter of the shop is set, and what this clerk may still give today. */
export type Counter = {
  currency: string;
  timeZone: string;
  undoMinutes: number;
  /** The chips under the amount. */
  categories: string[];
  /** What somebody comes for, where the shop counts visits. */
  services: { id: string; names: Record<string, string> }[];
  visitPoints: number | null;
  limits: { grantPoints: number; dayPoints: number };
  usedTodayPoints: number;
  shopKind: 'goods' | 'visits' | 'lessons';
  /** Where staff may stand; fewer than two: nobody is asked. */
  branches: { id: string; name: string }[];
};

/** A member as the counter sees her. */
export type CounterMember = {
  memberId: string;
  number: string;
  displayName: string;
  phoneMasked: string | null;
  tier: string | null;
  availablePoints: number;
  pendingPoints: number;
  birthdayThisMonth: boolean;
  openVouchers: number;
  openPickUps: number;
  lastVisitAt: string | null;
  joinedAt: string;
  state: string;
};

export type Found = {
  by: 'code' | 'number' | 'phone' | 'digits' | 'email';
  matches: CounterMember[];
  /** More people than are shown have these last digits. */
  more: boolean;
  /** That she stands here herself; only her turning code gives it, for five minutes. */
  presence: string | null;
};

/** What is rung up: an amount, or several by category, and the service that she came for. */
export type Sale = {
  amountMinor?: number;
  lines?: { amountMinor: number; category: string | null }[];
  category?: string | null;
  service?: string | null;
};

export type GrantQuote = {
  points: number;
  availableAfterPoints: number;
  /** When the points can be spent, where that is later. */
  availableAt: string | null;
  /** Which limit it passes; then a manager's PIN is asked for. */
  over: 'grant' | 'day' | null;
};

export type GrantBody = Sale & {
  receipt?: string;
  note?: string;
  /** When it was rung up, where there was no network then. */
  soldAt?: string;
  approvalPin?: string;
};

export type Granted = {
  /** Null only where it was counted before grants had names. */
  grantId: string | null;
  points: number;
  /** When the receipt was counted by another submit: then nothing was given now. */
  countedBefore: string | null;
  /** Null where somebody else gave it. */
  undoUntil: string | null;
  balances: { availablePoints: number };
  approvedBy: { name: string } | null;
};

export const COUNTER_KEY = ['counter'] as const;

/** Whom the typed or scanned text names; several only for the last digits of a phone. */
export function findAtCounter(typed: string): Promise<Found> {
  return write('/counter/find', { method: 'POST', body: { typed }, key: crypto.randomUUID() });
}

export const quoteQuery = (memberId: string, sale: Sale) =>
  queryOptions({
    queryKey: [...COUNTER_KEY, 'quote', memberId, sale],
    queryFn: () =>
      write<GrantQuote>(`/counter/members/${memberId}/quote`, {
        method: 'POST',
        body: sale,
        key: crypto.randomUUID(),
      }),
    staleTime: 10_000,
  });

/** A PIN typed anew lets the same grant pass, and must not make it two. */
export const sameGrant = ({ approvalPin: _, ...body }: GrantBody): Omit<GrantBody, 'approvalPin'> => body;

/** `branchId`: where it was rung up, where that is not where the device stands now. */
export function giveAtCounter(
  memberId: string,
  body: GrantBody,
  { key, branchId }: { key: string; branchId?: string | null },
): Promise<Granted> {
  const where = branchId === undefined ? {} : { branchId };
  return write(`/counter/members/${memberId}/grants`, { method: 'POST', body, key, ...where });
}
