import type { Context } from '../../context.ts';
import { actorRef } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { randomToken, sha256Hex } from '../../lib/hash.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { apiKeyAnswer } from './answers.ts';
import { type ApiKeyRow, insertApiKey } from './queries.ts';
import type { ApiKeyAnswer, CreateApiKeyInput } from './schemas.ts';

/** 192 bits: a hash without salt is then as good as one with, and one index finds it. */
const SECRET_BYTES = 24;
const PREFIX_CHARACTERS = 10;

/**
 * Makes a key. The key itself is in this answer and nowhere else: only its hash is kept, so a
 * repetition answers the same record with `key: null`.
 */
export async function createApiKey({
  ctx,
  input,
}: {
  ctx: Context;
  input: CreateApiKeyInput & { idempotencyKey: string };
}): Promise<Result<ApiKeyAnswer & { key: string | null }>> {
  const { idempotencyKey, ...wanted } = input;
  const key = `pmk_${randomToken(SECRET_BYTES)}`;
  const row: ApiKeyRow = {
    tenantId: ctx.tenant.id,
    id: newId('key'),
    name: wanted.name,
    keyHash: sha256Hex(key),
    prefix: key.slice(0, PREFIX_CHARACTERS),
    scopes: wanted.scopes,
    createdBy: actorRef(ctx.actor).id,
    createdAtMs: ctx.clock.nowMs(),
    lastUsedAtMs: null,
    revokedAtMs: null,
  };
  const once = await runOnce({
    ctx,
    key: idempotencyKey,
    operation: 'api-keys.create',
    input: wanted,
    statements: [insertApiKey(ctx, row), addAuditRow(ctx, 'api_key.created', row.id, { scopes: row.scopes })],
    value: apiKeyAnswer(row),
    status: 201,
  });
  return once.ok ? succeed({ ...once.value, key: once.replayed ? null : key }) : once;
}
