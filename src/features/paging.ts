import { z } from '@hono/zod-openapi';

/** What every list takes: where it goes on, and how much of it at most. */
export const pageQuery = {
  cursor: z.string().max(400).optional().openapi({ description: 'From `nextCursor` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
