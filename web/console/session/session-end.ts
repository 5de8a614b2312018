/** Asks for the password over the screen that stands there; false where whoever is asked turns it down. */
type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let asking: Promise<boolean> | null = null;

/** The dialog that asks, as long as a screen of the shop stands; answers how to take it away. */
export function askBy(next: Ask): () => void {
  ask = next;
  return () => {
    if (ask === next) ask = null;
  };
}

/** Whether an ended session can be gone on with where it ended. */
export const canAsk = () => ask !== null;

/** One dialog, however many requests find the session ended; at once false where there is nothing to keep. */
export function isSignedInAgain(): Promise<boolean> {
  if (ask === null) return Promise.resolve(false);
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}
