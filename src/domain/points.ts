import { assert } from './assert.ts';

/**
 * The most points that one command may move and, a thousand times that, that one account may hold:
 * sums then stay far below 2^53, where integers of SQLite and JavaScript stop agreeing.
 */
export const POINTS_PER_COMMAND_MAX = 1_000_000_000_000;
export const BALANCE_POINTS_MAX = 1_000_000_000_000_000;

/** What a manager gives or takes by hand at a time without asking the owner. */
export const ADJUSTED_ALONE_MAX = 1_000;

/** Points are safe integers, everywhere and always. */
export function assertPoints(points: number, name: string): void {
  assert(Number.isSafeInteger(points), `${name} is a safe integer, found ${points}`);
}

/** A number of points that a command may ask to move: a positive integer within the limit. */
export function isMovablePoints(points: number): boolean {
  return Number.isSafeInteger(points) && points > 0 && points <= POINTS_PER_COMMAND_MAX;
}
