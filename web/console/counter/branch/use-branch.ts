import { useBranchHere } from '../../session/branch-here.ts';
import { useShop } from '../../session/session.ts';
import type { Counter } from '../api.ts';

/**
 * Where this device stands among the shop's branches: `unasked` where there is no choice, `unknown` while nobody
 * has chosen, or what was chosen is no more.
 */
export function useBranch({ branches }: Pick<Counter, 'branches'>) {
  const { shop } = useShop();
  const here = useBranchHere(shop.id);
  return branchOf(branches, here?.branchId ?? null, here !== null);
}

export type StandsIn =
  | { kind: 'unasked' }
  | { kind: 'unknown' }
  | { kind: 'chosen'; branchId: string | null };

export function branchOf(
  branches: Counter['branches'],
  branchId: string | null,
  isChosen: boolean,
): StandsIn {
  if (branches.length < 2) return { kind: 'unasked' };
  const isThere = branchId === null || branches.some(({ id }) => id === branchId);
  return isChosen && isThere ? { kind: 'chosen', branchId } : { kind: 'unknown' };
}

/** Whether what she picks up was meant to be fetched at another branch than this device stands in. */
export function isElsewhere({ branch }: { branch: { id: string } | null }, stands: StandsIn): boolean {
  return branch !== null && stands.kind === 'chosen' && branch.id !== stands.branchId;
}
