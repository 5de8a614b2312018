/** What a page asks so long after the last touch, no hand has asked. */
const BY_HAND_MS = 30_000;

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

let lastTouchMs: number | null = null;

/**
 * Notes each touch of this page from now on, as long as a device is watched that locks itself; answers
 * how to stop.
 */
export function watchTouches(): () => void {
  const note = () => {
    lastTouchMs = Date.now();
  };
  note();
  for (const name of TOUCHES) window.addEventListener(name, note, { capture: true, passive: true });
  return () => {
    lastTouchMs = null;
    for (const name of TOUCHES) window.removeEventListener(name, note, { capture: true });
  };
}

/** Since when nobody has touched the page; 0 where nobody watches. */
export const untouchedMs = (): number => (lastTouchMs === null ? 0 : Date.now() - lastTouchMs);

/** Whether the page asks by itself: that must not keep a device open which was left alone. */
export const asksByItself = (): boolean => untouchedMs() > BY_HAND_MS;
