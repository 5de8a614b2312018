import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal';
import { emailOTP } from 'better-auth/plugins/email-otp';
import type { Services } from '../../context.ts';
import * as schema from '../../db/schema/auth.ts';
import { hmacBase64Url } from '../../lib/hash.ts';
import { limitConcurrency } from '../../lib/limit-concurrency.ts';
import { failureFields } from '../../lib/log.ts';
import { writtenLine } from '../../lib/written-text.ts';
import { emailCodeLetter, passwordCodeLetter } from '../../mail/letters.ts';
import { negotiateLocale } from '../../messages/negotiate.ts';
import { deviceSessions } from './device-sessions.ts';
import { selectLatestMembership } from './queries.ts';
import { RATE_LIMIT_RULES } from './rate-limit-rules.ts';

const CODE_MINUTES = 10;
const DAY_SECONDS = 86_400;

/** One scrypt takes 32 MiB of an isolate's 128: more at once would end the isolate and its requests. */
const oneOfTwo = limitConcurrency(2);

type AuthServices = Pick<Services, 'authDb' | 'config' | 'log' | 'mail'>;

/**
 * Sign-up, sign-in, sessions and password resets of the console. Shops and their staff are ours
 * (features/tenants, features/staff): over HTTP a batch is the only transaction, and better-auth's
 * organization plugin makes several calls where one batch must hold.
 */
function createAuth({ authDb, config, log, mail }: AuthServices) {
  const production = config.environment === 'production';
  const options = {
    appName: 'Pointmall',
    baseURL: `${config.scheme}://console.${config.rootHost}`,
    basePath: '/api/auth',
    secret: config.authSecret,
    database: drizzleAdapter(authDb, { provider: 'pg', schema }),
    trustedOrigins: [`${config.scheme}://console.${config.rootHost}`],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: (password) => oneOfTwo(() => hashPassword(password)),
        verify: (given) => oneOfTwo(() => verifyPassword(given)),
      },
    },
    session: {
      expiresIn: 30 * DAY_SECONDS,
      additionalFields: { activeOrganizationId: { type: 'string', required: false, input: false } },
    },
    databaseHooks: {
      user: {
        create: {
          async before(user) {
            return { data: { ...user, name: writtenLine(user.name) } };
          },
        },
      },
      session: {
        create: {
          async before(session) {
            const membership = await selectLatestMembership(authDb, session.userId);
            return { data: { ...session, activeOrganizationId: membership?.tenantId ?? null } };
          },
        },
      },
    },
    // On one machine all clients share one address: there only the lock per account stands.
    rateLimit: {
      enabled: production,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: RATE_LIMIT_RULES,
    },
    // What would make accounts or prove addresses on other paths than the ones the console has.
    disabledPaths: [
      '/sign-in/email-otp',
      '/email-otp/check-verification-otp',
      '/change-email',
      // Names are changed by PATCH /api/me, which bounds and logs them.
      '/update-user',
      '/delete-user',
    ],
    advanced: {
      cookiePrefix: '__Host-pm',
      // The prefix asks for these; browsers take them on http://*.localhost too.
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: ['cf-connecting-ip'] },
    },
    onAPIError: { throw: true },
    logger: { level: 'warn', log: (level, message) => log.warn('auth', { level, message }) },
    telemetry: { enabled: false },
    plugins: [
      deviceSessions(),
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: 5,
        sendVerificationOnSignUp: true,
        storeOTP: { hash: async (code) => hmacBase64Url(config.authSecret, code) },
        async sendVerificationOTP({ email, otp, type }, context) {
          const locale = negotiateLocale({
            acceptLanguage: context?.request?.headers.get('accept-language'),
            fallback: 'en',
          });
          const compose = type === 'forget-password' ? passwordCodeLetter : emailCodeLetter;
          const sent = mail.send(compose(email, locale, otp, CODE_MINUTES));
          // The account is made already: she asks for another code instead of signing up again.
          if (context?.path !== '/sign-up/email') return sent;
          await sent.catch((failure: unknown) => log.warn('sign-up mail not sent', failureFields(failure)));
        },
      }),
    ],
  } satisfies BetterAuthOptions;
  return betterAuth(options);
}

export type Auth = ReturnType<typeof createAuth>;

const built = new WeakMap<object, Auth>();

/** The isolate's one instance: it is made at first use, because most requests never need it. */
export function authOf(services: AuthServices): Auth {
  const known = built.get(services.config);
  if (known) return known;
  const auth = createAuth(services);
  built.set(services.config, auth);
  return auth;
}
