/** Asks for the PIN over the screen that stands there; false where nobody can be asked. */
type Ask = () => Promise<boolean>;

/** A lock screen, a chunk of its own, is there by then, or this page has none. */
const SCREEN_COMES_MS = 10_000;

let ask: Ask | null = null;
let asking: Promise<boolean> | null = null;
let hear: (() => void) | null = null;

/** The screen that asks, as long as a clerk's device shows the shop; answers how to take it away. */
export function unlockBy(next: Ask): () => void {
  ask = next;
  hear?.();
  return () => {
    if (ask === next) ask = null;
  };
}

/** One lock screen, however many requests find the device locked; what they asked is asked again after it. */
export function isUnlocked(): Promise<boolean> {
  asking ??= askOnceThere().finally(() => {
    asking = null;
  });
  return asking;
}

async function askOnceThere(): Promise<boolean> {
  if (ask === null) {
    await new Promise<void>((resolve) => {
      hear = resolve;
      setTimeout(resolve, SCREEN_COMES_MS);
    });
    hear = null;
  }
  return ask === null ? false : ask();
}
