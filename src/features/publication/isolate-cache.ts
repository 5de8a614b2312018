/** Shops that one isolate keeps in memory; the least recently loaded goes first. */
const ENTRIES_MAX = 200;

/**
 * What an isolate remembers of the edge for a moment, so that a busy mall does not ask KV for every
 * page. Never the only copy of anything.
 */
export class IsolateCache<Value> {
  readonly #entries = new Map<string, { value: Value; loadedAtMs: number }>();
  readonly #freshMs: number;

  constructor(freshMs: number) {
    this.#freshMs = freshMs;
  }

  get(key: string, nowMs: number): Value | undefined {
    const entry = this.#entries.get(key);
    const fresh = entry && nowMs >= entry.loadedAtMs && nowMs < entry.loadedAtMs + this.#freshMs;
    return fresh ? entry.value : undefined;
  }

  set(key: string, value: Value, nowMs: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, loadedAtMs: nowMs });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > ENTRIES_MAX && oldest !== undefined) this.#entries.delete(oldest);
  }
}
