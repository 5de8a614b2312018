import { canonicalJson } from '../domain/chain.ts';
import type { Json } from '../domain/journal.ts';
import type { Finding, Invariant } from './evidence.ts';

/** Findings about one object, gathered check by check. */
export class Findings {
  readonly all: Finding[] = [];
  #invariant: Invariant;

  constructor(invariant: Invariant) {
    this.#invariant = invariant;
  }

  /** Adds a finding unless both sides are equal, whatever their key order. */
  expect(object: string, what: string, expected: unknown, found: unknown): void {
    if (sameJson(expected, found)) return;
    const finding = {
      invariant: this.#invariant,
      object,
      what,
      expected: toJson(expected),
      found: toJson(found),
    };
    this.all.push(finding);
  }

  /** Adds one finding for each field of `expected` that `found` has otherwise. */
  expectFields(object: string, what: string, expected: object, found: object): void {
    for (const [field, value] of Object.entries(expected))
      this.expect(object, `${what}: ${field}`, value, (found as Record<string, unknown>)[field]);
  }
}

export function sameJson(left: unknown, right: unknown): boolean {
  return canonicalJson(toJson(left)) === canonicalJson(toJson(right));
}

/** The value as JSON has it; what is missing is null. */
function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}

export function sumOf<Item>(items: readonly Item[], pointsOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + pointsOf(item), 0);
}
