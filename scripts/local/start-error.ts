/** Something that the person at the terminal can put right; shown as its one line and nothing else. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
