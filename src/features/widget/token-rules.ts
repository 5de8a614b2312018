import { z } from 'zod';
import type { Tenant } from '../../context.ts';

/** What `aud` of a signed token must say: which mall it opens. */
export function audienceOf({ slug }: Pick<Tenant, 'slug'>): string {
  return `pointmall:${slug}`;
}

/** A token is swapped at once; one that could be kept for later is refused. */
const LIFE_SECONDS_MAX = 5 * 60;
/** How far the merchant's clock may be off. */
const CLOCK_SKEW_SECONDS = 30;

export const TOKEN_CHARACTERS_MAX = 4_096;
/** As long as an `externalId` may be elsewhere. */
const SUBJECT_CHARACTERS_MAX = 128;
const TOKEN_ID_CHARACTERS_MAX = 128;
const NAME_CHARACTERS_MAX = 80;

const oneLine = (charactersMax: number) =>
  z
    .string()
    .min(1)
    .max(charactersMax)
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed());
const seconds = z
  .number()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER / 1000);
/** Of what only helps a member along, whatever can't be used is left out. */
const optional = <Value>(schema: z.ZodType<Value>) => schema.nullable().catch(null).default(null);

export const tokenHeaderSchema = z.object({
  alg: z.enum(['HS256', 'EdDSA']),
  kid: z.string().regex(/^sgk_\w{26}$/),
});

export const tokenClaimsSchema = z.object({
  aud: z.string(),
  /** The merchant's own id of this customer. */
  sub: oneLine(SUBJECT_CHARACTERS_MAX),
  /** Names this token: it opens one session. */
  jti: oneLine(TOKEN_ID_CHARACTERS_MAX),
  iat: seconds,
  exp: seconds,
  nbf: seconds.optional(),
  name: optional(oneLine(NAME_CHARACTERS_MAX)),
  email: optional(z.string()),
  email_verified: optional(z.boolean()),
  phone: optional(z.string()),
  phone_verified: optional(z.boolean()),
  locale: optional(z.string().max(35)),
});
export type TokenClaims = z.infer<typeof tokenClaimsSchema>;

/** Whether the times of a token let it be used now, with some room for the merchant's clock. */
export function judgeTimes({ iat, exp, nbf = iat }: Pick<TokenClaims, 'iat' | 'exp' | 'nbf'>, nowMs: number) {
  const now = nowMs / 1000;
  if (exp <= now - CLOCK_SKEW_SECONDS) return 'token_expired';
  const tooFar = LIFE_SECONDS_MAX + CLOCK_SKEW_SECONDS;
  const early = iat - now > CLOCK_SKEW_SECONDS || nbf - now > CLOCK_SKEW_SECONDS;
  const wrong = early || exp - now > tooFar || exp - iat > tooFar;
  return wrong ? 'token_invalid' : 'usable';
}

/** From when on no token that expires then could be accepted: until then its id is remembered. */
export function forgetAtMs({ exp }: Pick<TokenClaims, 'exp'>): number {
  return Math.ceil((exp + 2 * CLOCK_SKEW_SECONDS) * 1000);
}
