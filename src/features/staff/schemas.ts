import { z } from '@hono/zod-openapi';
import { STAFF_ROLES } from '../../context.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';

const roleSchema = z.enum(STAFF_ROLES);

export const inviteStaffSchema = z
  .strictObject({ email: z.string().max(254), role: roleSchema })
  .openapi('InviteStaff');
export type InviteStaffInput = z.infer<typeof inviteStaffSchema>;

export const changeRoleSchema = z.strictObject({ role: roleSchema }).openapi('ChangeRole');

/** What somebody of the staff is called. */
export const changeOwnNameSchema = z
  .strictObject({ name: writtenOnLine(60).min(1) })
  .openapi('ChangeOwnName');

export const invitationSchema = z
  .object({ id: z.string(), email: z.string(), role: roleSchema, expiresAt: z.string() })
  .openapi('Invitation');
export type InvitationAnswer = z.infer<typeof invitationSchema>;

export const staffSchema = z
  .object({
    members: z.array(
      z.object({
        userId: z.string(),
        name: z.string(),
        /** Null for a clerk who joined by a link. */
        email: z.string().nullable(),
        role: roleSchema,
        hasPin: z.boolean(),
        joinedAt: z.string(),
      }),
    ),
    invitations: z.array(invitationSchema),
    links: z.array(
      z.object({
        id: z.string(),
        url: z.string(),
        expiresAt: z.string(),
        /** The clerk who gets a new PIN by it; null: somebody new. */
        userId: z.string().nullable(),
        forName: z.string().nullable(),
      }),
    ),
  })
  .openapi('Staff');
export type StaffAnswer = z.infer<typeof staffSchema>;

export const doneSchema = z.object({ done: z.literal(true) }).openapi('Done');
