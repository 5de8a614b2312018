/** Often enough for somebody who stands at a counter with the page open, for as long as an ask lives. */
const ASK_EVERY_MS = 8000;
const ASK_UNTIL_MS = 5 * 60_000;

/** Puts what the shop asks her to confirm at the head of a page, without a look into it by every view. */
export function showAsks(list: HTMLElement): void {
  const startedAt = performance.now();
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(list.dataset.asks ?? '', { headers: { accept: 'text/html' } });
      if (!answer.ok) return;
      const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const asked = [...parsed.querySelectorAll('[data-ask]')];
      const ids = (all: Iterable<Element>) => [...all].map((each) => each.getAttribute('data-ask')).join();
      if (ids(asked) !== ids(list.children)) list.replaceChildren(...asked);
    } catch {
      // Without a network there is nobody to answer to either.
    }
  };
  void ask();
  const timer = setInterval(() => {
    if (performance.now() - startedAt > ASK_UNTIL_MS) clearInterval(timer);
    else void ask();
  }, ASK_EVERY_MS);
  document.addEventListener('visibilitychange', () => void ask());
}
