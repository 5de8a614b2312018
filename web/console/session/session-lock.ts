/** Asks for the PIN over the screen that stands there; false where nobody can be asked. */
type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let asking: Promise<boolean> | null = null;

/** The screen that asks, as long as a clerk's device shows the shop; answers how to take it away. */
export function unlockBy(next: Ask): () => void {
  ask = next;
  return () => {
    if (ask === next) ask = null;
  };
}

/** One lock screen, however many requests find the device locked; what they asked is asked again after it. */
export function isUnlocked(): Promise<boolean> {
  if (ask === null) return Promise.resolve(false);
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}
