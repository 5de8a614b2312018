import { createHash } from 'node:crypto';
import { StripeError } from './error.ts';
import type { Store } from './store.ts';
import type { SavedAnswer } from './tables.ts';

const KEY_CHARACTERS_MAX = 255;
/** Stripe keeps them for at least 24 hours. */
const KEPT_MS = 24 * 3_600_000;

export type KeyedRequest = { account: string; key: string; endpoint: string; parameters: URLSearchParams };

const idOf = ({ account, key }: KeyedRequest) => `${account}/${key}`;

function hashOf(parameters: URLSearchParams): string {
  const sorted = new URLSearchParams(parameters);
  sorted.sort();
  return createHash('sha256').update(sorted.toString()).digest('hex');
}

/** The answers that were given under idempotency keys, by Stripe's rules; each account has its own keys. */
export class Idempotency {
  readonly #store: Store;
  readonly #underWay = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The answer given under this key before, or null when it is new. Throws when the key was used for
   * something else, or when its first request is still being executed.
   */
  savedFor(request: KeyedRequest, nowMs: number): SavedAnswer | null {
    if (request.key.length > KEY_CHARACTERS_MAX) {
      throw new StripeError(400, `Idempotency keys are at most ${KEY_CHARACTERS_MAX} characters long.`);
    }
    const saved = this.#store.get('savedAnswers', idOf(request));
    if (this.#underWay.has(idOf(request))) throw inUse(request.key);
    if (!saved || saved.savedAtMs + KEPT_MS <= nowMs) return null;
    if (saved.endpoint !== request.endpoint) {
      throw usedOtherwise(
        `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${saved.endpoint}' vs '${request.endpoint}').`,
        request.key,
      );
    }
    if (saved.parametersHash !== hashOf(request.parameters)) {
      throw usedOtherwise(
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
        request.key,
      );
    }
    return saved;
  }

  /** Keeps other requests with the key out until the returned function is called. */
  begin(request: KeyedRequest): () => void {
    this.#underWay.add(idOf(request));
    return () => this.#underWay.delete(idOf(request));
  }

  /** Saves what the request ended in, in the transaction of its effect. */
  save(
    request: KeyedRequest,
    { status, body, requestId, nowMs }: { status: number; body: unknown; requestId: string; nowMs: number },
  ): void {
    this.#store.put('savedAnswers', idOf(request), {
      endpoint: request.endpoint,
      parametersHash: hashOf(request.parameters),
      status,
      body,
      requestId,
      savedAtMs: nowMs,
    });
  }

  /** Forgets answers that are older than they need be kept. */
  prune(nowMs: number): void {
    const old = this.#store
      .entries('savedAnswers')
      .filter(([, { savedAtMs }]) => savedAtMs + KEPT_MS <= nowMs);
    if (old.length === 0) return;
    this.#store.transaction(() => {
      for (const [id] of old) this.#store.put('savedAnswers', id, null);
    });
  }
}

function usedOtherwise(message: string, key: string): StripeError {
  return new StripeError(
    400,
    `${message} Try using a key other than '${key}' if you meant to execute a different request.`,
    { type: 'idempotency_error' },
  );
}

function inUse(key: string): StripeError {
  return new StripeError(
    409,
    `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    { type: 'idempotency_error', code: 'idempotency_key_in_use' },
  );
}
