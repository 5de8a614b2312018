import type { Answer } from './ask.ts';

/** What came of asking as the member: `visitor` where nobody is signed in on the host's site. */
export type MemberAnswer<Value> = Answer<Value> | { kind: 'visitor' };

export type SessionDoors<Opened> = {
  /** Asks the host's page for a token; may throw, and may take its time. */
  identify(): unknown;
  /** Swaps the token for a bearer. */
  open(token: string): Promise<Answer<Opened>>;
  /** Hears of every session that holds; of one that was ended meanwhile nobody is told. */
  opened?(session: Opened): void;
};

/** How long a host's server may take to sign. */
const IDENTIFY_MS_MAX = 15_000;

/**
 * A member's session with one mall, in this page's memory alone. Whoever asks first opens it, others
 * wait for the same one; when it is over it is opened anew, once per question.
 */
export function createSession<Opened extends { bearer: string }>(doors: SessionDoors<Opened>) {
  const { identify, open, opened } = doors;
  let opening: Promise<MemberAnswer<Opened>> | null = null;

  async function openNow(): Promise<MemberAnswer<Opened>> {
    let token: unknown;
    try {
      token = await within(IDENTIFY_MS_MAX, identify());
    } catch {
      return { kind: 'lost' };
    }
    if (token === undefined || token === null || token === '') return { kind: 'visitor' };
    return typeof token === 'string' ? open(token) : { kind: 'lost' };
  }

  function current() {
    opening ??= openNow();
    const mine = opening;
    void mine.then((answer) => {
      // A visitor may sign in, a lost answer may come the next time: neither is kept.
      if (answer.kind !== 'ok') forget(mine);
      else if (opening === mine) opened?.(answer.value);
    });
    return mine;
  }

  function forget(old: typeof opening): void {
    if (opening === old) opening = null;
  }

  return {
    /** Asks with the member's bearer; one that is over is replaced, and the question put once more. */
    async ask<Value>(
      question: (bearer: string, session: Opened) => Promise<MemberAnswer<Value>>,
    ): Promise<MemberAnswer<Value>> {
      for (let again = false; ; again = true) {
        const mine = current();
        const session = await mine;
        if (session.kind !== 'ok') return session;
        const answer = await question(session.value.bearer, session.value);
        if (again || answer.kind !== 'refused' || answer.problem.status !== 401) return answer;
        forget(mine);
      }
    },
    /** What is known of the member is dropped; the next question identifies anew. */
    end(): void {
      opening = null;
    },
  };
}

function within<Value>(limitMs: number, value: Value): Promise<Awaited<Value>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, limitMs, 'too late');
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
