export const LOCK_EVENT = 'pointmall-lock';

/** Pressed before the lock screen, a chunk of its own, was there to hear it. */
let isWanted = false;

/** Locks a clerk's device by hand; its lock screen listens, wherever the button stands, or reads it when it comes. */
export function lockByHand(): void {
  isWanted = true;
  window.dispatchEvent(new Event(LOCK_EVENT));
}

/** Whether the lock was pressed since this was asked last. */
export function takeLockPress(): boolean {
  const pressed = isWanted;
  isWanted = false;
  return pressed;
}
