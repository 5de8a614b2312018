import type { Json } from '../domain/journal.ts';

/** A parsed input as plain JSON, for the hash that notices a reused key: what is undefined is left out. */
export function asJson(input: unknown): Json {
  return JSON.parse(JSON.stringify(input)) as Json;
}
