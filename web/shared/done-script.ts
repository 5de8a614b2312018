const DONE = 'redeemed';

/** Keeps in mind which form a redemption that went through came from: its path, as the page names it. */
export function rememberDone(): void {
  const { done } = document.querySelector<HTMLElement>('[data-done]')?.dataset ?? {};
  if (!done) return;
  try {
    sessionStorage.setItem(DONE, done);
  } catch {
    // A browser that gives no storage: Back then shows the form anew, which takes another deliberate tap.
  }
}

/** Back from a redemption is not an invitation to make it again: the reward's own page takes the form's place. */
export function leaveIfDone(): boolean {
  try {
    if (sessionStorage.getItem(DONE) !== location.pathname) return false;
  } catch {
    return false;
  }
  location.replace(location.pathname.replace(/\/confirm$/, ''));
  return true;
}
