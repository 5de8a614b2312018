import { useEffect, useEffectEvent } from 'react';
import { LOCK_AFTER_MS } from '../../../src/domain/counter-pin.ts';
import { untouchedMs, watchTouches } from '../session/last-touch.ts';
import { lockDevice } from './api.ts';
import { LOCK_EVENT, takeLockPress } from './lock-event.ts';

const LOOK_EVERY_MS = 10_000;

/**
 * Locks the device once nobody has touched it for five minutes, and when the lock is pressed: the screen
 * at once, the server with it. Where that does not reach it, it locks by its own clock.
 */
export function useIdleLock(isLocked: boolean, onLock: () => void): void {
  const lock = useEffectEvent(() => {
    if (isLocked) return;
    onLock();
    void lockDevice().catch(() => undefined);
  });
  useEffect(() => {
    const stopWatching = watchTouches();
    const look = () => {
      if (untouchedMs() >= LOCK_AFTER_MS) lock();
    };
    const press = () => {
      takeLockPress();
      lock();
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener(LOCK_EVENT, press);
    if (takeLockPress()) lock();
    return () => {
      stopWatching();
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener(LOCK_EVENT, press);
    };
  }, []);
}
