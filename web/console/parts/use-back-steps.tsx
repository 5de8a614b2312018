import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react';
import { BackSteps, type GoBack, type Way } from './back-steps.ts';

const DEPTH = 'pointmallSteps';
const Steps = createContext<BackSteps | null>(null);

/** How many steps deep the page stands at this entry, also after it was loaded anew. */
export function stepsDeep(): number {
  const state = window.history.state as Record<string, unknown> | null;
  return Number(state?.[DEPTH] ?? 0);
}

/** The router is not told: the address stays, and nothing is loaded or scrolled for a step. */
const WINDOW: Way = {
  depth: stepsDeep,
  push: (depth) =>
    History.prototype.pushState.call(window.history, { ...window.history.state, [DEPTH]: depth }, ''),
  go: (by) => window.history.go(by),
};

/** Where `useBackSteps` is heard. */
export function BackStepsProvider({ children }: { children: ReactNode }) {
  const [steps] = useState(() => new BackSteps(WINDOW));
  useEffect(() => {
    const onPop = () => steps.arrived();
    window.addEventListener('popstate', onPop);
    // After the steps of what it holds: entries of an earlier visit that nothing stands for are left.
    steps.begin();
    return () => {
      window.removeEventListener('popstate', onPop);
      steps.end();
    };
  }, [steps]);
  return <Steps.Provider value={steps}>{children}</Steps.Provider>;
}

/** While so many steps stand, each Back undoes one by `goBack`; outside of a provider nothing happens. */
export function useBackSteps(count: number, goBack: GoBack): void {
  const steps = useContext(Steps);
  const undo = useEffectEvent(goBack);
  useEffect(() => {
    if (steps === null) return;
    const ends = Array.from({ length: count }, () => steps.add(() => undo()));
    return () => {
      for (const end of ends) end();
    };
  }, [steps, count]);
}

/** While it is open, Back closes it. */
export function useBackCloses(opened: boolean, onClose: () => void): void {
  useBackSteps(opened ? 1 : 0, () => {
    onClose();
    return true;
  });
}
