import { useSyncExternalStore } from 'react';

const KEPT_UNDER = 'pointmall.counter.branch';

/** In which branch of a shop this device stands; `branchId` is null where it stands in none of them. */
export type BranchHere = { shopId: string; branchId: string | null };

const changed = new Set<() => void>();
/** Where the device keeps nothing, as long as the page lives. */
let here: string | null = null;

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_UNDER) ?? here;
  } catch {
    return here;
  }
}

/** Where this device was said to stand; null while nobody has said. */
export function branchHere(): BranchHere | null {
  return readHere(kept());
}

/** Whatever else stands there was not written by this: it is asked for again. */
function readHere(text: string | null): BranchHere | null {
  try {
    return text === null ? null : (JSON.parse(text) as BranchHere);
  } catch {
    return null;
  }
}

/** Whoever works on this device stands there from now on; written down with what she does. */
export function standIn(branch: BranchHere): void {
  here = JSON.stringify(branch);
  try {
    localStorage.setItem(KEPT_UNDER, here);
  } catch {
    // It is asked for again on the next visit.
  }
  for (const tell of changed) tell();
}

/** The same for a screen, which follows it. */
export function useBranchHere(shopId: string): BranchHere | null {
  const text = useSyncExternalStore((tell) => {
    changed.add(tell);
    return () => changed.delete(tell);
  }, kept);
  const found = readHere(text);
  return found?.shopId === shopId ? found : null;
}
