/** One commit costs a disk write whatever stands in it; a batch beyond this would only delay replies. */
const BATCH_MAX = 256;

export type GroupCommitSetup = {
  /** Runs once after a batch, in the same turn: nothing is awaited between the first call and this. */
  settle(): void;
  /** Resolves when what was written is durable. */
  sync(): Promise<void>;
  /** Gives the object up: the outcome of the batch is unknown and memory may be ahead of storage. */
  abandon(failure: unknown): void;
};

type Waiting = { run: () => unknown; resolve: (value: unknown) => void; reject: (failure: unknown) => void };

/** The batch may or may not have been kept; the same call under the same key tells. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/**
 * Commits together what arrives together. Each call runs in a savepoint of its own, so that one
 * failing undoes nothing of the others; while a batch is being made durable the next one collects.
 */
export class GroupCommit {
  #setup: GroupCommitSetup;
  #waiting: Waiting[] = [];
  #draining = false;
  #commits = 0;
  #calls = 0;

  constructor(setup: GroupCommitSetup) {
    this.#setup = setup;
  }

  /** Calls and the commits that they took, since the object woke. */
  get figures(): { calls: number; commits: number } {
    return { calls: this.#calls, commits: this.#commits };
  }

  /** `run` must be synchronous and write inside one savepoint; its answer comes once it is durable. */
  submit<Result>(run: () => Result): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ run, resolve: (value) => resolve(value as Result), reject });
      if (!this.#draining) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH_MAX);
      try {
        const answered = this.#runTogether(batch);
        await this.#setup.sync();
        for (const answer of answered) answer();
      } catch (failure) {
        this.#giveUp(failure, batch);
      }
    }
    this.#draining = false;
  }

  /** Runs the calls in one turn of the object, which is one commit; answers wait until it is durable. */
  #runTogether(batch: readonly Waiting[]): (() => void)[] {
    this.#commits += 1;
    this.#calls += batch.length;
    const answers = batch.map(({ run, resolve, reject }) => {
      try {
        const value = run();
        return () => resolve(value);
      } catch (failure) {
        // Its savepoint is undone, so the call has written nothing; the others stand.
        return () => reject(failure);
      }
    });
    this.#setup.settle();
    return answers;
  }

  #giveUp(failure: unknown, batch: readonly Waiting[]): void {
    const unknown = new OutcomeUnknown('unknown outcome: retry with the same key', { cause: failure });
    const waiting = [...batch, ...this.#waiting.splice(0)];
    for (const { reject } of waiting) reject(unknown);
    this.#setup.abandon(failure);
  }
}
