import { z } from '@hono/zod-openapi';
import { memberSchema } from '../members/schemas.ts';

export const testMemberSchema = z
  .object({
    /** Who is the shop's test member now. */
    member: memberSchema.nullable(),
    /** Where the owner's phone joins as it, until `untilMs`; null while there is one, or no open mall. */
    join: z.object({ url: z.string(), untilMs: z.int() }).nullable(),
    /** Whether somebody else has joined: the test member counts until then. */
    hasRealMembers: z.boolean(),
  })
  .openapi('TestMember');
export type TestMemberAnswer = z.infer<typeof testMemberSchema>;
