const KEPT = 'design-preview-top';

/** A preview in the console's frame is to be looked at: nothing in it leads away, and a new draft keeps its place. */
export function showOnly(): void {
  for (const act of ['click', 'submit', 'auxclick']) document.addEventListener(act, stop, { capture: true });
  try {
    scrollTo(0, Number(sessionStorage.getItem(KEPT) ?? 0));
    addEventListener('scroll', () => sessionStorage.setItem(KEPT, String(scrollY)), { passive: true });
  } catch {
    // A browser that gives frames no storage: the page begins at its top.
  }
}

function stop(event: Event): void {
  const leads = event.target instanceof Element && event.target.closest('a, button, form');
  if (leads) event.preventDefault();
}
