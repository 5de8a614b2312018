export const LOCK_EVENT = 'pointmall-lock';

/** Locks a clerk's device by hand; its lock screen listens, wherever the button stands. */
export function lockByHand(): void {
  window.dispatchEvent(new Event(LOCK_EVENT));
}
