import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Onboarding } from '../../../src/domain/onboarding/onboarding.ts';
import { ONBOARDING_KEY, tellOnboarding } from './api.ts';

/** What was told is kept when its author pauses this long. */
const KEEP_AFTER_MS = 400;
const AGAIN_AFTER_MS = 3_000;

export type OnboardingDraft = ReturnType<typeof useOnboarding>;

/**
 * What the steps are told, here at once and on the server a moment later, so that a refresh or another
 * device goes on from there. What could not be kept is tried again for as long as the page is open.
 */
export function useOnboarding(answer: Onboarding) {
  const client = useQueryClient();
  const [state, setState] = useState(answer);
  const [keeping, setKeeping] = useState<'kept' | 'waiting' | 'failed'>('kept');
  const unsent = useRef<Partial<Onboarding>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const underWay = useRef<Promise<void>>(Promise.resolve());

  /** Sends what is not kept yet; one request at a time, so that the last word is the last one. */
  const keep = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    underWay.current = underWay.current
      .catch(() => undefined)
      .then(async () => {
        const parts = unsent.current;
        if (Object.keys(parts).length === 0) return;
        unsent.current = {};
        try {
          client.setQueryData(ONBOARDING_KEY, await tellOnboarding(parts));
          setKeeping(Object.keys(unsent.current).length === 0 ? 'kept' : 'waiting');
        } catch (error) {
          unsent.current = { ...parts, ...unsent.current };
          setKeeping('failed');
          timer.current = setTimeout(() => void keep().catch(() => undefined), AGAIN_AFTER_MS);
          throw error;
        }
      });
    return underWay.current;
  }, [client]);

  const tell = useCallback(
    (parts: Partial<Onboarding>) => {
      setState((before) => ({ ...before, ...parts }));
      unsent.current = { ...unsent.current, ...parts };
      setKeeping('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep().catch(() => undefined), KEEP_AFTER_MS);
    },
    [keep],
  );

  useEffect(() => {
    const leave = () => {
      clearTimeout(timer.current);
      const parts = unsent.current;
      unsent.current = {};
      if (Object.keys(parts).length > 0) void tellOnboarding(parts, { leaving: true }).catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return { state, tell, keep, keeping };
}
