/** How often the page asks: what the shop asks of her shall stand there while both wait for it. */
const ASK_EVERY_MS = 4000;
const TICK_MS = 1000;

/** Keeps a member's code turning and the screen awake, and covers a code that has run out. */
export function keepTurning(first: HTMLElement): void {
  let section = first;
  let drawnAt = performance.now();
  let asking = false;

  const tick = () => {
    const passedMs = performance.now() - drawnAt;
    const { turnsIn, endsIn } = section.dataset;
    const bar = section.querySelector('progress');
    if (bar) bar.value = Math.max(0, Number(turnsIn) - passedMs);
    const isOver = passedMs >= Number(endsIn);
    if (isOver === section.classList.contains('is-over')) return;
    section.classList.toggle('is-over', isOver);
    const said = section.querySelector<HTMLElement>('[data-over]');
    if (said) said.textContent = isOver ? (said.dataset.over ?? '') : '';
  };

  const ask = async () => {
    if (asking || document.hidden) return;
    asking = true;
    try {
      const answer = await fetch(section.dataset.code ?? '', { headers: { accept: 'text/html' } });
      if (answer.ok) {
        const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fresh = parsed.querySelector<HTMLElement>('[data-code]');
        // Another page in its place: she is signed out, or somebody else is signed in.
        if (!fresh) location.reload();
        else if (fresh.dataset.codeIs !== section.dataset.codeIs) {
          drawnAt = performance.now();
          section.replaceWith(fresh);
          section = fresh;
        }
      }
    } catch {
      // Without a network the code stands until it has run out; asking goes on.
    } finally {
      asking = false;
    }
    tick();
  };

  const wake = async () => {
    if (document.hidden) return;
    // Where a browser has no such lock, or a low battery forbids it, the screen dims as ever.
    await navigator.wakeLock?.request('screen').catch(() => {});
  };

  setInterval(tick, TICK_MS);
  setInterval(ask, ASK_EVERY_MS);
  for (const back of ['online', 'pageshow']) addEventListener(back, () => void ask());
  document.addEventListener('visibilitychange', () => {
    void wake();
    void ask();
  });
  void wake();
}
