import { problemOf } from '../../api/problem.ts';
import { findAtCounter, type Granted, giveAtCounter } from '../api.ts';
import { maskedName } from '../member.ts';
import { afterFailure, type KeptGrant } from './kept-grant.ts';
import { forgetGrant, keepGrant, keptGrants } from './store.ts';

export type SentKept = { grant: KeptGrant; granted: Granted };

/**
 * Sends what waits for this clerk, one after the other, each under its own key; stops where the network or the
 * session does not carry it. Another tab that is at it already is left to it.
 */
export async function sendKept(owner: string, wordsOf: (error: unknown) => string): Promise<SentKept[]> {
  const sent: SentKept[] = [];
  await navigator.locks.request('pointmall-counter-queue', { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    for (const grant of await keptGrants(owner)) {
      if (grant.refused !== null) continue;
      const outcome = await sendOne(grant, wordsOf);
      if (outcome === 'stop') return;
      if (outcome !== 'refused') sent.push(outcome);
    }
  });
  return sent;
}

async function sendOne(
  grant: KeptGrant,
  wordsOf: (error: unknown) => string,
): Promise<SentKept | 'refused' | 'stop'> {
  let kept = grant;
  try {
    kept = await withMember(grant);
    const { member } = kept;
    if (member === null) {
      await keepGrant({ ...kept, refused: { code: 'not-found', words: '' } });
      return 'refused';
    }
    // Noted before it is sent: were the page closed now, it may have arrived.
    await keepGrant({ ...kept, maySent: true });
    const granted = await giveAtCounter(member.memberId, kept.body, {
      key: kept.key,
      branchId: kept.branchId ?? null,
    });
    await forgetGrant(kept.key);
    return { grant: kept, granted };
  } catch (error) {
    const after = afterFailure(kept, problemOf(error), wordsOf(error));
    await keepGrant(after.grant);
    return after.stops ? 'stop' : 'refused';
  }
}

/** With who it is for, asked once and kept, so that a repeat goes to the same member. */
export async function withMember(grant: KeptGrant): Promise<KeptGrant> {
  if (grant.member !== null || grant.typed === null) return grant;
  const { matches } = await findAtCounter(grant.typed);
  const [only] = matches.length === 1 ? matches : [];
  if (!only) return grant;
  const named = { ...grant, member: { memberId: only.memberId, name: maskedName(only) } };
  await keepGrant(named);
  return named;
}
