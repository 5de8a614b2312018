import type { Frame } from './views.ts';

/** Whose form this is: sent from a tab that was left open while somebody else signed in, it is not taken. */
export function AsMember({ frame }: { frame: Frame }) {
  return frame.memberId ? <input type="hidden" name="as" value={frame.memberId} /> : null;
}
