import type { Refusal } from './refusal.ts';

/**
 * What a pure decision says about a command: no, "that has happened already", or what changes.
 * `unchanged` names the journal position of the effect that it repeats.
 */
export type Decision<Value, Change> =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unchanged'; value: Value; seq: number }
  | { kind: 'changed'; change: Change };

export function refused(refusal: Refusal): { kind: 'refused'; refusal: Refusal } {
  return { kind: 'refused', refusal };
}

export function invalid(field: string, reason: string): { kind: 'refused'; refusal: Refusal } {
  return refused({ code: 'invalid_input', field, reason });
}
