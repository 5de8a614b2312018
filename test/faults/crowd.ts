import { pause } from './eventually.ts';

const RETRY_AFTER_MS = 250;
/** Longer than any restart or outage; what is unknown for so long is a failure of the test. */
const INSIST_MS_MAX = 240_000;

/** Nothing is known: lost under way, answered "try again", or not even `sent` because nobody listened. */
export type Unknown = { kind: 'unknown'; sent: boolean };

/** What is unknown after a request that threw. */
export function lost(failure: unknown): Unknown {
  return { kind: 'unknown', sent: (failure as NodeJS.ErrnoException).code !== 'ECONNREFUSED' };
}

/** Asks until the answer is known: what was lost is sent again as it was, under the same key. */
export class Asking {
  requests = 0;
  /** Requests that arrived, perhaps, and were lost or answered "try again". */
  unknownAnswers = 0;

  async insist<Known extends { kind: string }>(ask: () => Promise<Known | Unknown>): Promise<Known> {
    const deadlineMs = performance.now() + INSIST_MS_MAX;
    while (performance.now() < deadlineMs) {
      const answer = await ask();
      if (isKnown(answer)) {
        this.requests += 1;
        return answer;
      }
      if (answer.sent) {
        this.requests += 1;
        this.unknownAnswers += 1;
      }
      await pause(RETRY_AFTER_MS);
    }
    throw new Error(`no known answer in ${INSIST_MS_MAX} ms`);
  }
}

function isKnown<Known extends { kind: string }>(answer: Known | Unknown): answer is Known {
  return answer.kind !== 'unknown';
}

export interface Client {
  readonly asking: Asking;
  /** Works until `stopped`, and returns when the answer to its last request is known. */
  workUntil(stopped: () => boolean): Promise<void>;
}

/** Clients at work side by side, until they are stopped. */
export class Crowd {
  readonly #clients: readonly Client[];
  readonly #work: Promise<unknown>;
  #stopped = false;

  constructor(clients: readonly Client[]) {
    this.#clients = clients;
    this.#work = Promise.all(clients.map((each) => each.workUntil(() => this.#stopped)));
    // `stop` looks at it; until then a failure must not end the process.
    this.#work.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  figures(): { clients: number; requests: number; unknownAnswers: number } {
    const sum = (count: (asking: Asking) => number) =>
      this.#clients.reduce((total, { asking }) => total + count(asking), 0);
    return {
      clients: this.#clients.length,
      requests: sum(({ requests }) => requests),
      unknownAnswers: sum(({ unknownAnswers }) => unknownAnswers),
    };
  }
}
