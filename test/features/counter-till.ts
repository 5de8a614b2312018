import type { Context } from '../../src/context.ts';
import { changeSettings } from '../../src/features/counter/change-settings.ts';
import { getCounter } from '../../src/features/counter/get-counter.ts';
import { type PurchaseInput, recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { must, newKey, type Shop } from './world.ts';

export const MINUTE_MS = 60_000;
export const YUAN = 100;

export function clerk(shop: Shop, userId = 'usr_clerk'): Context {
  return shop.as({ kind: 'staff', userId, name: 'Xiao Li', role: 'clerk' });
}

export function manager(shop: Shop): Context {
  return shop.as({ kind: 'staff', userId: 'usr_manager', name: 'Wang', role: 'manager' });
}

/** A sale of ¥128; a test says what differs. */
export function give(ctx: Context, memberId: string, given: Partial<PurchaseInput> = {}) {
  return recordPurchase({ ctx, input: { amountMinor: 128 * YUAN, memberId, key: newKey(), ...given } });
}

export const used = async (ctx: Context) => (await getCounter({ ctx })).usedTodayPoints;

export async function limit(shop: Shop, grantPoints: number, dayPoints: number) {
  const { categories, services } = await getCounter({ ctx: shop.owner });
  const input = { categories, services, limits: { grantPoints, dayPoints }, key: newKey() };
  return must(await changeSettings({ ctx: shop.owner, input }));
}

/** The same request to accounts that will not have any order. */
export function refused(ctx: Context): Context {
  const of = (memberId: string): ReturnType<Context['accounts']['of']> => ({
    ...ctx.accounts.of(memberId),
    earnOrder: async () => ({ ok: false, refusal: { code: 'account_frozen' } }),
  });
  return { ...ctx, accounts: { of } };
}
