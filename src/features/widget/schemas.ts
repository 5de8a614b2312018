import { z } from '@hono/zod-openapi';
import { writtenOnLine } from '../../lib/written-schema.ts';

/** PEM or JWK; far longer than any Ed25519 key. */
const PUBLIC_KEY_CHARACTERS_MAX = 2_000;

export const originSchema = z.strictObject({ origin: z.string().min(1).max(400) }).openapi('WidgetOrigin');

export const createSigningKeySchema = z
  .strictObject({
    name: writtenOnLine(60).min(1),
    /** The merchant's own Ed25519 key, public half alone; null has a shared secret made (HS256). */
    publicKey: z.string().max(PUBLIC_KEY_CHARACTERS_MAX).nullable().default(null),
  })
  .openapi('CreateSigningKey');
export type CreateSigningKeyInput = z.infer<typeof createSigningKeySchema>;

export const signingKeySchema = z
  .object({
    /** What `kid` in a token's header says. */
    id: z.string(),
    name: z.string(),
    algorithm: z.enum(['HS256', 'EdDSA']),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('SigningKey');
export type SigningKeyAnswer = z.infer<typeof signingKeySchema>;

export const createdSigningKeySchema = signingKeySchema
  .extend({
    secret: z.string().nullable().openapi({
      description: 'The secret, shown this once; null for EdDSA and when the request is a repetition.',
    }),
  })
  .openapi('CreatedSigningKey');

export const widgetSettingsSchema = z
  .object({
    /** What `aud` in a token says. */
    audience: z.string(),
    scriptUrl: z.string(),
    previewUrl: z.string(),
    docsUrl: z.string(),
    origins: z.array(z.string()),
    keys: z.array(signingKeySchema),
  })
  .openapi('WidgetSettings');
export type WidgetSettings = z.infer<typeof widgetSettingsSchema>;
