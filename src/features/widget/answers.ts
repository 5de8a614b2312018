import { isoOrNull } from '../../lib/instant.ts';
import type { SigningKeyRow } from './queries.ts';
import type { SigningKeyAnswer } from './schemas.ts';

/** A key as staff see it, without anything that could sign. */
export function signingKeyAnswer(row: SigningKeyRow): SigningKeyAnswer {
  const { kid: id, name, algorithm, createdAtMs, lastUsedAtMs, revokedAtMs } = row;
  const createdAt = new Date(createdAtMs).toISOString();
  return {
    id,
    name,
    algorithm,
    createdAt,
    lastUsedAt: isoOrNull(lastUsedAtMs),
    revokedAt: isoOrNull(revokedAtMs),
  };
}
