import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isPassing, problemOf } from '../api/problem.ts';
import { importQuery, type MemberImport, refreshAfter, stepImport } from './api.ts';
import { isUnderWay, pauseAfterMs } from './model.ts';

/**
 * Takes a list on, step by step, for as long as the page is open. What may pass is waited for and tried
 * again; what will not stops it and is told, `goOn` begins anew.
 */
export function useSteps(list: MemberImport): { trouble: unknown; isTrying: boolean; goOn: () => void } {
  const client = useQueryClient();
  const { id } = list;
  const works = isUnderWay(list);
  const [turn, setTurn] = useState(0);
  const [trouble, setTrouble] = useState<unknown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn begins anew.
  useEffect(() => {
    if (!works) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const run = async () => {
      for (let failures = 0; !signal.aborted; ) {
        const step = await stepImport(id).catch((error: unknown) => ({ error }));
        if (signal.aborted) return;
        if ('error' in step) {
          setTrouble(step.error);
          if (!isPassing(problemOf(step.error))) return;
          failures += 1;
          await pause(pauseAfterMs(failures), signal);
          continue;
        }
        failures = 0;
        setTrouble(null);
        client.setQueryData(importQuery(id).queryKey, step);
        if (!isUnderWay(step)) return void refreshAfter(client);
      }
    };
    void run();
    return () => leaving.abort();
  }, [works, id, turn, client]);
  return {
    trouble,
    isTrying: trouble !== null && isPassing(problemOf(trouble)),
    goOn: () => {
      setTrouble(null);
      setTurn((last) => last + 1);
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
