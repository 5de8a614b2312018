import type { Mall } from './answers.ts';
import type { ShopState } from './shop.ts';

export type Balance =
  | { is: 'loading' | 'unknown' | 'visitor' | 'refused' }
  | { is: 'known'; points: number; mall: Mall };

/** What is known of the member's points; a balance that can't be read is unknown, never 0. */
export function balanceOf({ mall, member }: ShopState): Balance {
  if (mall.is === 'unknown' || member.is === 'unknown') return { is: 'unknown' };
  if (mall.is === 'loading' || member.is === 'loading') return { is: 'loading' };
  if (member.is !== 'known') return { is: member.is };
  return { is: 'known', points: Math.max(0, member.value.balances.availablePoints), mall: mall.value };
}
