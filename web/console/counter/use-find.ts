import { useMutation } from '@tanstack/react-query';
import { readTurningCode } from '../../../src/domain/member-code/turning-code.ts';
import { isPassing, ProblemError, problemOf } from '../api/problem.ts';
import { useShop } from '../session/session.ts';
import { findAtCounter } from './api.ts';
import { ownerOf, seenAs } from './queue/kept-grant.ts';
import { membersSeen, rememberMember } from './queue/store.ts';
import { type Stage, stageOfFound } from './stage.ts';
import { digitsOf, namesOnePerson } from './typed.ts';

/** Nobody by this: not an error, an answer. */
export const NOBODY = 'nobody';

/**
 * Who the typed or scanned text names. Without a network those who were here lately are known by the device, and
 * a whole number or phone names somebody whom the server will be asked about later.
 */
export function useFind(onFound: (stage: Stage, typed: string) => void) {
  const { me } = useShop();
  const owner = ownerOf(me);
  return useMutation<Stage, Error, string>({
    async mutationFn(typed) {
      try {
        const found = await findAtCounter(typed);
        const stage = stageOfFound(found, typed, Date.now());
        if (stage === null) throw nobody();
        if (stage.at === 'member') {
          const { member } = stage;
          void rememberMember({ id: member.memberId, owner, atMs: Date.now(), typed, member }).catch(
            () => {},
          );
        }
        return stage;
      } catch (error) {
        if (!isPassing(problemOf(error)) || problemOf(error).status === 429) throw error;
        // Her code begins with her number, however old it is.
        const named = readTurningCode(typed)?.number ?? typed;
        const seen = seenAs(named, await membersSeen(owner).catch(() => []), Date.now());
        if (seen) return { at: 'member', member: seen, typed, presence: null };
        if (namesOnePerson(named)) return { at: 'unnamed', typed: digitsOf(named) };
        throw error;
      }
    },
    onSuccess: onFound,
  });
}

function nobody(): ProblemError {
  return new ProblemError({
    status: 404,
    code: NOBODY,
    title: null,
    detail: null,
    requestId: null,
    fields: {},
  });
}
