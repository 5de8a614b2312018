import { z } from '@hono/zod-openapi';

export const auditPageSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        actorKind: z.enum(['member', 'staff', 'api', 'system']),
        actorId: z.string(),
        actorName: z.string().nullable(),
        action: z.string(),
        target: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('AuditPage');
export type AuditPage = z.infer<typeof auditPageSchema>;
