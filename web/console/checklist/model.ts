import type { Checklist } from './api.ts';

export type Progress = {
  done: number;
  all: number;
  left: number;
  /** Only what may be left undone is not done yet. */
  onlyOptional: boolean;
};

export function progressOf(steps: Checklist['steps']): Progress {
  const undone = steps.filter(({ done }) => !done);
  return {
    done: steps.length - undone.length,
    all: steps.length,
    left: undone.length,
    onlyOptional: undone.every(({ optional }) => optional),
  };
}

/**
 * Where the list stands: large above everything while nobody real has joined, small at the end of Home
 * afterwards, nowhere once it is all done or put away.
 */
export function placeOf({ hidden, isNewShop, steps }: Pick<Checklist, 'hidden' | 'isNewShop' | 'steps'>) {
  if (hidden || steps.every(({ done }) => done)) return null;
  return isNewShop ? 'top' : 'bottom';
}
