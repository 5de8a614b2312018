import type { Context } from '../../context.ts';
import { actorRef } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { randomToken } from '../../lib/hash.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { sealText } from '../../lib/sealed-text.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { signingKeyAnswer } from './answers.ts';
import { parsePublicKey } from './parse-public-key.ts';
import { insertSigningKey, type SigningKeyRow } from './queries.ts';
import type { CreateSigningKeyInput, SigningKeyAnswer } from './schemas.ts';
import { sealedIn } from './sealed-in.ts';

/** As many bits as the signature has; its text is the key, as every JWT library takes it. */
const SECRET_BYTES = 32;
/** The one in use and the one that replaces it. */
const LIVE_KEYS_MAX = 2;

/**
 * Makes a signing key, or takes the public half of the merchant's own. A secret that is made here is
 * in this answer and nowhere else: it is kept encrypted, and a repetition is told `secret: null`.
 */
export async function createSigningKey({
  ctx,
  input,
}: {
  ctx: Context;
  input: CreateSigningKeyInput & { idempotencyKey: string };
}): Promise<Result<SigningKeyAnswer & { secret: string | null }>> {
  const { idempotencyKey, ...wanted } = input;
  const own = wanted.publicKey === null ? null : await parsePublicKey(wanted.publicKey);
  if (own && !own.ok) return own;
  const kid = newId('sgk');
  const secret = own ? null : `pms_${randomToken(SECRET_BYTES)}`;
  const row: SigningKeyRow = {
    tenantId: ctx.tenant.id,
    kid,
    name: wanted.name,
    algorithm: own ? 'EdDSA' : 'HS256',
    secretCiphertext: secret && (await sealText(ctx.config.sessionSecret, secret, sealedIn(ctx, kid))),
    publicKey: own?.value ?? null,
    createdBy: actorRef(ctx.actor).id,
    createdAtMs: ctx.clock.nowMs(),
    lastUsedAtMs: null,
    revokedAtMs: null,
  };
  const once = await runOnce({
    ctx,
    key: idempotencyKey,
    operation: 'signing-keys.create',
    input: wanted,
    statements: [
      ...insertSigningKey(ctx, row, LIVE_KEYS_MAX),
      addAuditRow(ctx, 'signing_key.created', kid, { algorithm: row.algorithm }),
    ],
    value: signingKeyAnswer(row),
    status: 201,
    refusalOf: (conflict) =>
      conflict.kind === 'guard' ? { code: 'too_many_keys', limit: LIVE_KEYS_MAX } : null,
  });
  return once.ok ? succeed({ ...once.value, secret: once.replayed ? null : secret }) : once;
}
