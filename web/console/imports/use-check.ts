import { useEffect, useRef, useState } from 'react';
import type { CheckedRow } from '../../../src/features/imports/file-schemas.ts';
import { checkAll, type Reading } from './api.ts';
import { type ListedRow, withRepeats } from './model.ts';

type Progress = { done: number; total: number };

/** Tries a file at the server; what it found stands until something about the file is changed. */
export function useCheck() {
  const [checked, setChecked] = useState<CheckedRow[] | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  const forget = () => {
    running.current?.abort();
    running.current = null;
    setChecked(null);
    setProgress(null);
    setError(null);
  };
  useEffect(() => () => running.current?.abort(), []);
  const run = (rows: readonly ListedRow[], reading: Reading) => {
    forget();
    const own = new AbortController();
    running.current = own;
    const { signal } = own;
    const tell = (done: number, total: number) => setProgress({ done, total });
    const ended = (finish: () => void) => {
      if (signal.aborted) return;
      setProgress(null);
      finish();
    };
    checkAll(rows, reading, { tell, signal }).then(
      (found) => ended(() => setChecked(withRepeats(found))),
      (failure: unknown) => ended(() => setError(failure)),
    );
  };
  return { checked, progress, error, isPending: progress !== null, run, forget };
}
