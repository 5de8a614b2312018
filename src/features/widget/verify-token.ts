import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { openText } from '../../lib/sealed-text.ts';
import { type SigningKeyRow, selectSigningKey } from './queries.ts';
import { sealedIn } from './sealed-in.ts';
import {
  audienceOf,
  judgeTimes,
  TOKEN_CHARACTERS_MAX,
  type TokenClaims,
  tokenClaimsSchema,
  tokenHeaderSchema,
} from './token-rules.ts';

export type VerifiedToken = { kid: string; claims: TokenClaims };

const invalid: Result<VerifiedToken> = refuse({ code: 'token_invalid' });

/**
 * Whether a live key of this very shop signed the token for this mall, and the time to use it is now.
 * The key says which algorithm it is for; what the token says of itself only has to agree.
 */
export async function verifyToken({
  ctx,
  input: { token },
}: {
  ctx: Context;
  input: { token: string };
}): Promise<Result<VerifiedToken>> {
  const header = token.length <= TOKEN_CHARACTERS_MAX ? readHeader(token) : null;
  if (header === null) return invalid;
  const [[key]] = await ctx.db.batch(ctx.tenant.id, [selectSigningKey(ctx, header.kid)]);
  if (!key || key.revokedAtMs !== null || key.algorithm !== header.alg) return invalid;
  const claims = await readSigned(token, await keyMaterial(ctx, key), key.algorithm);
  if (claims === null || claims.aud !== audienceOf(ctx.tenant)) return invalid;
  const times = judgeTimes(claims, ctx.clock.nowMs());
  return times === 'usable' ? succeed({ kid: key.kid, claims }) : refuse({ code: times });
}

function readHeader(token: string) {
  try {
    return tokenHeaderSchema.safeParse(decodeProtectedHeader(token)).data ?? null;
  } catch {
    return null;
  }
}

/** A secret that no longer opens is a fault of ours; to the outside it is a key that signs nothing. */
async function keyMaterial(ctx: Context, key: SigningKeyRow) {
  if (key.publicKey) return importJWK(key.publicKey, 'EdDSA');
  const secret = await openText(ctx.config.sessionSecret, key.secretCiphertext ?? '', sealedIn(ctx, key.kid));
  if (secret === null) ctx.log.error('signing secret can not be opened', { kid: key.kid });
  return secret === null ? null : new TextEncoder().encode(secret);
}

/** What was signed, or null. Its times are judged apart: no library knows our limits. */
async function readSigned(
  token: string,
  material: Awaited<ReturnType<typeof keyMaterial>>,
  algorithm: SigningKeyRow['algorithm'],
): Promise<TokenClaims | null> {
  if (material === null) return null;
  try {
    const { payload } = await compactVerify(token, material, { algorithms: [algorithm] });
    return tokenClaimsSchema.safeParse(JSON.parse(new TextDecoder().decode(payload))).data ?? null;
  } catch {
    return null;
  }
}
