import { hashJson } from '../chain.ts';
import type { Json } from '../journal.ts';
import type { Programme } from './programme.ts';

/** The name of a rule body: SHA-256 of its canonical JSON, in hex. The body can never change under it. */
export function programmeHash(body: Programme): string {
  return hashJson(body as unknown as Json);
}
