const KEPT_UNDER = 'pointmall.counter.standing';

type Standing = { owner: string; number: string };

/**
 * Notes in this tab who stands at the counter, or that nobody does any more: served, she is not met again by
 * loading the page anew.
 */
export function noteStanding(standing: Standing | null): void {
  try {
    if (standing === null) sessionStorage.removeItem(KEPT_UNDER);
    else sessionStorage.setItem(KEPT_UNDER, JSON.stringify(standing));
  } catch {
    // Without storage a page that is loaded anew begins with the search.
  }
}

/** Who stood here for the same clerk before the page was loaded anew, by her number. */
export function standingNumber(owner: string): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT_UNDER) ?? 'null') as Standing | null;
    return kept?.owner === owner ? kept.number : null;
  } catch {
    return null;
  }
}
