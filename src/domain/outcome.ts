import type { Refusal } from './refusal.ts';

/**
 * What a command answers. A refusal is a value: it wrote nothing, so the same command may be sent
 * again later and may then succeed. A success names the journal position it saw, so that recorded
 * histories can be compared with the journal's order; `replayed` says that the effect is older.
 */
export type Outcome<Value> =
  | { ok: true; value: Value; replayed: boolean; seq: number }
  | { ok: false; refusal: Refusal };

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
