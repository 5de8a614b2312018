import { exportJWK, importJWK, importSPKI } from 'jose';
import { z } from 'zod';
import type { Ed25519PublicKey } from '../../db/schema/widget.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';

const jwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
});

const wrong = (reason: string): Result<Ed25519PublicKey> =>
  refuse({ code: 'invalid_input', field: 'publicKey', reason });

/**
 * The Ed25519 public key in a PEM or JWK text. A private key is refused for what it is: it must not
 * leave the merchant's server, and nothing of it is kept.
 */
export async function parsePublicKey(text: string): Promise<Result<Ed25519PublicKey>> {
  const typed = text.trim();
  if (/PRIVATE KEY/.test(typed) || /"d"\s*:/.test(typed)) return wrong('private_key');
  const read = typed.startsWith('{') ? parseJson(typed) : await parsePem(typed);
  const parsed = jwk.safeParse(read);
  if (!parsed.success) return wrong('not_an_ed25519_public_key');
  const usable = await importJWK(parsed.data, 'EdDSA').catch(() => null);
  return usable === null ? wrong('not_an_ed25519_public_key') : succeed(parsed.data);
}

async function parsePem(text: string): Promise<unknown> {
  try {
    return await exportJWK(await importSPKI(text, 'EdDSA', { extractable: true }));
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
