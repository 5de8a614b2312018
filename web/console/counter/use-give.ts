import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isPassing, isUnknown, problemOf } from '../api/problem.ts';
import { nextSubmission, type Submission } from '../api/submission.ts';
import { branchHere } from '../session/branch-here.ts';
import { useShop } from '../session/session.ts';
import { COUNTER_KEY, type GrantBody, type Granted, giveAtCounter, sameGrant } from './api.ts';
import { keptOf, ownerOf } from './queue/kept-grant.ts';
import { keepGrant } from './queue/store.ts';
import { KEPT_KEY } from './queue/use-kept-grants.ts';

export type Giving = {
  /** Null where nobody could be asked yet who the typed text names. */
  memberId: string | null;
  name: string;
  typed: string | null;
  body: GrantBody;
};

export type Gave = { kind: 'given'; granted: Granted } | { kind: 'kept' };

/**
 * Gives points, or keeps them on the device where the network does not carry them: under the same key, so that
 * what had arrived after all counts once.
 */
export function useGive(onGave: (gave: Gave, giving: Giving) => void) {
  const client = useQueryClient();
  const { me } = useShop();
  const pending = useRef<Submission | null>(null);
  return useMutation<Gave, Error, Giving>({
    async mutationFn(giving) {
      const same = { ...giving, body: sameGrant(giving.body) };
      pending.current = nextSubmission(pending.current, same, () => crypto.randomUUID());
      const { key } = pending.current;
      const offline = navigator.onLine === false;
      // Nobody's PIN is kept on a device: with one it is sent or fails, and the clerk presses again.
      const waits = giving.memberId === null || (offline && giving.body.approvalPin === undefined);
      if (giving.memberId !== null && !waits) {
        try {
          return { kind: 'given', granted: await giveAtCounter(giving.memberId, giving.body, { key }) };
        } catch (error) {
          const problem = problemOf(error);
          if (!isPassing(problem) || problem.status === 429) throw error;
          if (giving.body.approvalPin !== undefined) throw error;
          // A device that keeps nothing leaves it on the screen, with the reason.
          await keepGrant(keptOf(giving, sentNow(key, isUnknown(problem)))).catch(() => {
            throw error;
          });
          return { kind: 'kept' };
        }
      }
      await keepGrant(keptOf(giving, sentNow(key, false)));
      return { kind: 'kept' };
    },
    onSuccess(gave, giving) {
      pending.current = null;
      onGave(gave, giving);
      const stale = gave.kind === 'kept' ? KEPT_KEY : COUNTER_KEY;
      void client.invalidateQueries({ queryKey: stale });
    },
  });

  function sentNow(key: string, maySent: boolean) {
    return {
      key,
      owner: ownerOf(me),
      by: me.user.name,
      branchId: branchHere()?.branchId ?? null,
      atMs: Date.now(),
      maySent,
    };
  }
}
