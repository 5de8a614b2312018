import { z } from '@hono/zod-openapi';
import { localizedLineSchema } from '../catalogue/schemas.ts';

/** What a line is about, as it is called now; `text` is what has no page of its own. */
const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), id: z.string(), name: z.string().nullable() }),
  z.object({ kind: z.literal('reward'), id: z.string(), names: localizedLineSchema(80) }),
  z.object({
    kind: z.literal('redemption'),
    id: z.string(),
    memberId: z.string().nullable(),
    memberName: z.string().nullable(),
  }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]);
export type AuditSubject = z.infer<typeof subjectSchema>;

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
        subject: subjectSchema.nullable(),
        /** Whose PIN let it pass, where it took somebody else's. */
        approvedBy: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('AuditPage');
export type AuditPage = z.infer<typeof auditPageSchema>;
