import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** How long a clerk stays signed in on a device that she has used her PIN on. */
export const DEVICE_SESSION_DAYS = 180;
const DAY_SECONDS = 86_400;

/**
 * Sessions begun by a PIN. The endpoint has no path: only our own code calls it, after it has looked at
 * the PIN. Always a new session under a new token, and the one whose cookie came along ends.
 */
export function deviceSessions() {
  return {
    id: 'device-sessions',
    endpoints: {
      startDeviceSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (ctx) => {
          const { internalAdapter, authCookies, secret } = ctx.context;
          const earlier = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
          const user = await internalAdapter.findUserById(ctx.body.userId);
          if (!user) throw new Error('a session was asked for nobody');
          const maxAge = DEVICE_SESSION_DAYS * DAY_SECONDS;
          const expiresAt = new Date(Date.now() + maxAge * 1000);
          const session = await internalAdapter.createSession(user.id, false, { expiresAt }, true);
          await setSessionCookie(ctx, { session, user }, false, { maxAge });
          if (earlier) await internalAdapter.deleteSession(earlier);
          return ctx.json({ sessionId: session.id });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
