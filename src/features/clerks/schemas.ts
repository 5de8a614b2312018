import { z } from '@hono/zod-openapi';
import { writtenOnLine } from '../../lib/written-schema.ts';

/** Longer than any link we make. */
const TOKEN_CHARACTERS_MAX = 100;

const token = z.string().max(TOKEN_CHARACTERS_MAX);
const pin = z.string().regex(/^\d{6}$/, 'six_digits');

/** What a clerk is called on slips and in the log. */
export const CLERK_NAME_CHARACTERS_MAX = 60;

export const clerkLinkSchema = z
  .object({ id: z.string(), url: z.string(), expiresAt: z.string() })
  .openapi('ClerkLink');
export type ClerkLinkAnswer = z.infer<typeof clerkLinkSchema>;

export const lookSchema = z.strictObject({ token }).openapi('LookAtClerkLink');

export const clerkLinkLookSchema = z
  .object({ shopName: z.string(), name: z.string().nullable() })
  .openapi('ClerkLinkLook');
export type ClerkLinkLook = z.infer<typeof clerkLinkLookSchema>;

export const joinSchema = z
  .strictObject({ token, name: writtenOnLine(CLERK_NAME_CHARACTERS_MAX).min(1).nullable(), pin })
  .openapi('JoinCounter');

export const signInByPinSchema = z.strictObject({ userId: z.string().max(64), pin }).openapi('SignInByPin');

export const pinSchema = z.strictObject({ pin }).openapi('Pin');

export const ownPinSchema = z.strictObject({ pin, proof: z.string().min(1).max(128) }).openapi('OwnPin');

export const ownPinStateSchema = z.object({ isSet: z.boolean() }).openapi('OwnPinState');

export const deviceSchema = z
  .object({
    shopName: z.string().nullable(),
    clerks: z.array(z.object({ userId: z.string(), name: z.string() })),
    /** Minutes until a PIN may be tried on this device again; null where one may now. */
    lockedFor: z.int().nullable(),
  })
  .openapi('CounterDevice');
export type DeviceAnswer = z.infer<typeof deviceSchema>;
