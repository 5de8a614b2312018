import { z } from '@hono/zod-openapi';
import { SCOPES } from '../../context.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';

export const createApiKeySchema = z
  .strictObject({
    name: writtenOnLine(60).min(1),
    scopes: z
      .array(z.enum(SCOPES))
      .min(1)
      .max(SCOPES.length)
      .transform((scopes) => [...new Set(scopes)].sort()),
  })
  .openapi('CreateApiKey');
export type CreateApiKeyInput = z.infer<typeof createApiKeySchema>;

export const apiKeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The key's first characters: enough to tell it apart, useless to anyone else. */
    prefix: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('ApiKey');
export type ApiKeyAnswer = z.infer<typeof apiKeySchema>;

export const createdApiKeySchema = apiKeySchema
  .extend({
    key: z
      .string()
      .nullable()
      .openapi({ description: 'The key itself, shown this once; null when the request is a repetition.' }),
  })
  .openapi('CreatedApiKey');

export const apiKeyListSchema = z.object({ items: z.array(apiKeySchema) }).openapi('ApiKeyList');
