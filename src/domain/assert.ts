/** States what must be true; a failure is a bug, so it throws and the transaction around it is undone. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
