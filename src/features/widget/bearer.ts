import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { derivedKey } from '../../lib/derived-key.ts';

/** Kept in the page's memory alone; a page that stays open swaps another token. */
const BEARER_SECONDS = 15 * 60;
/** A key of its own: no cookie is a bearer, no bearer a cookie. */
const PURPOSE = 'widget bearer';
const ALGORITHM = 'HS256';

type Signer = Pick<Context, 'config' | 'tenant' | 'clock'>;

/** Whose session it is, and on which site it holds. */
export type WidgetSession = { memberId: string; sessionGeneration: number; origin: string };

const claimsSchema = z.object({ sub: z.string().min(1), generation: z.int(), origin: z.string().min(1) });

/** Signs a session of this shop's member on one site. */
export async function signBearer(ctx: Signer, session: WidgetSession) {
  const { memberId, sessionGeneration: generation, origin } = session;
  const issuedAt = Math.floor(ctx.clock.nowMs() / 1000);
  const bearer = await new SignJWT({ generation, origin })
    .setProtectedHeader({ alg: ALGORITHM })
    .setAudience(ctx.tenant.id)
    .setSubject(memberId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + BEARER_SECONDS)
    .sign(keyOf(ctx));
  return { bearer, expiresAtMs: (issuedAt + BEARER_SECONDS) * 1000 };
}

/**
 * The session that an Authorization header names: signed by us, for this shop and this site, not over.
 * Null for everything else. The member's account has the last word by its generation.
 */
export async function readBearer(
  ctx: Signer,
  header: string | undefined,
  origin: string | undefined,
): Promise<WidgetSession | null> {
  const bearer = /^Bearer ([\w.-]{1,2048})$/i.exec(header ?? '')?.[1];
  if (bearer === undefined || origin === undefined) return null;
  try {
    const { payload } = await jwtVerify(bearer, keyOf(ctx), {
      algorithms: [ALGORITHM],
      audience: ctx.tenant.id,
      currentDate: new Date(ctx.clock.nowMs()),
      requiredClaims: ['sub', 'exp'],
    });
    const claims = claimsSchema.parse(payload);
    if (claims.origin !== origin) return null;
    return { memberId: claims.sub, sessionGeneration: claims.generation, origin };
  } catch {
    return null;
  }
}

function keyOf({ config }: Signer) {
  return derivedKey(config.sessionSecret, PURPOSE);
}
