import { createHash } from 'node:crypto';
import { TypeID, typeidUnboxed } from 'typeid-js';

/** Every id says its kind, so that a wrong one is seen at once and refused before any look-up. */
export const ID_PREFIXES = [
  'ten',
  'mem',
  'rwd',
  'rdm',
  'key',
  'adr',
  'cod',
  'aud',
  'pic',
  'req',
  'stf',
  'inv',
  'sgk',
  'qst',
  'cst',
  'dsc',
  'jln',
  'clk',
  'dev',
  'imp',
  'grt',
  'ask',
] as const;
export type IdPrefix = (typeof ID_PREFIXES)[number];

/** A new id of the kind: sortable by time of creation, unguessable in its tail (UUIDv7). */
export function newId(prefix: IdPrefix): string {
  return typeidUnboxed(prefix);
}

/**
 * An id that the parts decide: sent again after a lost answer, the same key names the same thing, so
 * that nobody has to remember an id across the loss.
 */
export function keyedId(prefix: IdPrefix, parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return TypeID.fromUUIDBytes(prefix, new Uint8Array(digest.subarray(0, 16))).toString();
}
