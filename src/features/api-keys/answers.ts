import { SCOPES } from '../../context.ts';
import type { ApiKeyRow } from './queries.ts';
import type { ApiKeyAnswer } from './schemas.ts';

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** A key as staff see it, without anything that opens a door. */
export function apiKeyAnswer(row: ApiKeyRow): ApiKeyAnswer {
  const { id, name, prefix, createdAtMs } = row;
  return {
    id,
    name,
    prefix,
    scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
    createdAt: new Date(createdAtMs).toISOString(),
    lastUsedAt: iso(row.lastUsedAtMs),
    revokedAt: iso(row.revokedAtMs),
  };
}
