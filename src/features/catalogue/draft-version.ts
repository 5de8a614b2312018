import { hashJson } from '../../domain/chain.ts';
import { asJson } from '../../lib/as-json.ts';

const CHARACTERS = 16;

/** Names what a draft says: whoever changes it tells what she saw, so that nobody overwrites another unseen. */
export function draftVersionOf(draft: object): string {
  return hashJson(asJson(draft)).slice(0, CHARACTERS);
}
