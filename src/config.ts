import { z } from 'zod';
import { DEMO_SHOPS, type DemoShop } from './domain/site-page.ts';
import { startClockAt } from './lib/clock.ts';

/** Short secrets can be guessed offline from one signed cookie. */
const SECRET_CHARACTERS_MIN = 32;

/** A slip of the keyboard must not take a fifth of a merchant's money. */
const FEE_BASIS_POINTS_MAX = 2_000;

const secret = z.string().min(SECRET_CHARACTERS_MIN);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const variables = z.object({
  ENVIRONMENT: z.enum(['production', 'local']),
  ROOT_HOST: z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/),
  DATABASE_APP_URL: postgresUrl,
  DATABASE_AUTH_URL: postgresUrl,
  SESSION_SECRET: secret,
  AUTH_SECRET: secret,
  INTERNAL_TOKEN: secret,
  /** Shops of the product's own page that are open here, by name. */
  DEMO_SHOPS: z
    .string()
    .transform((names) => names.split(',').filter(Boolean))
    .pipe(z.array(z.enum(DEMO_SHOPS)))
    .optional(),
  MAIL_FROM: z.string().min(3),
  RESEND_API_KEY: z.string().min(1).optional(),
  SMS_URL: z.url({ protocol: /^https$/ }).optional(),
  SMS_TOKEN: z.string().min(1).optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/)
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/)
    .optional(),
  STRIPE_APPLICATION_FEE_BASIS_POINTS: z.coerce.number().int().min(0).max(FEE_BASIS_POINTS_MAX).default(0),
  STRIPE_API_BASE: z.url({ protocol: /^http$/ }).optional(),
  LOCAL_ENDPOINT: z.url({ protocol: /^http$/ }).optional(),
  LOCAL_CLOCK_OFFSET_MS: z.coerce.number().int().optional(),
});
type Variables = z.infer<typeof variables>;

export type Config = {
  environment: 'production' | 'local';
  /** Host and, locally, port: every other host is a name in front of it. */
  rootHost: string;
  /** `https` in production, `http` locally. */
  scheme: 'https' | 'http';
  databaseAppUrl: string;
  databaseAuthUrl: string;
  sessionSecret: string;
  authSecret: string;
  internalToken: string;
  /** Which of the demo shops the product's own page leads to; locally all that were seeded. */
  demoShops: readonly DemoShop[];
  mail: { from: string; resendApiKey: string | null };
  /** The provider's own address and token; null sends nothing (locally the inbox page shows it). */
  sms: { url: string; token: string } | null;
  /**
   * Null: no shop can take cards, everything else works. `apiBase` is the address of the local stand-in,
   * without a slash at its end; null is Stripe itself.
   */
  stripe: {
    secretKey: string;
    webhookSecret: string;
    apiBase: string | null;
    /** What the platform takes of each card payment of shops that connect from now on; 100 is 1 %. */
    applicationFeeBasisPoints: number;
  } | null;
  local: { endpoint: string; clockOffsetMs: number } | null;
};

function contradictions(v: Variables): string[] {
  const production = v.ENVIRONMENT === 'production';
  const found: string[] = [];
  const refuseWhen = (wrong: boolean, because: string) => wrong && found.push(because);
  refuseWhen(production && v.LOCAL_ENDPOINT !== undefined, 'LOCAL_ENDPOINT is for local runs only');
  refuseWhen(
    production && v.LOCAL_CLOCK_OFFSET_MS !== undefined,
    'LOCAL_CLOCK_OFFSET_MS is for local runs only',
  );
  refuseWhen(production && v.RESEND_API_KEY === undefined, 'production needs RESEND_API_KEY');
  refuseWhen(production && /^localhost(:|$)/.test(v.ROOT_HOST), 'production cannot serve localhost');
  refuseWhen(!production && v.LOCAL_ENDPOINT === undefined, 'a local run needs LOCAL_ENDPOINT');
  refuseWhen((v.SMS_URL === undefined) !== (v.SMS_TOKEN === undefined), 'SMS_URL and SMS_TOKEN go together');
  refuseWhen(
    (v.STRIPE_SECRET_KEY === undefined) !== (v.STRIPE_WEBHOOK_SECRET === undefined),
    'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together',
  );
  refuseWhen(production && v.STRIPE_API_BASE !== undefined, 'STRIPE_API_BASE is for local runs only');
  refuseWhen(
    v.STRIPE_API_BASE !== undefined && v.STRIPE_SECRET_KEY === undefined,
    'STRIPE_API_BASE needs STRIPE_SECRET_KEY',
  );
  refuseWhen(
    !production && /^.k_live_/.test(v.STRIPE_SECRET_KEY ?? ''),
    'a local run takes no live STRIPE_SECRET_KEY',
  );
  refuseWhen(v.SESSION_SECRET === v.AUTH_SECRET, 'SESSION_SECRET and AUTH_SECRET must differ');
  refuseWhen(
    new URL(v.DATABASE_APP_URL).username === new URL(v.DATABASE_AUTH_URL).username,
    'the application and sign-in must use different database roles',
  );
  return found;
}

/**
 * Reads the Worker's variables, the only place that does. Throws when one is missing, malformed or
 * contradicts another, naming variables and never values, so that a bad deploy serves nothing.
 */
export function parseConfig(raw: unknown): Config {
  const parsed = variables.safeParse(raw);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`);
    throw new Error(`configuration refused: ${names.join(', ')}`);
  }
  const v = parsed.data;
  const wrong = contradictions(v);
  if (wrong.length > 0) throw new Error(`configuration refused: ${wrong.join('; ')}`);
  return {
    environment: v.ENVIRONMENT,
    rootHost: v.ROOT_HOST,
    scheme: v.ENVIRONMENT === 'production' ? 'https' : 'http',
    databaseAppUrl: v.DATABASE_APP_URL,
    databaseAuthUrl: v.DATABASE_AUTH_URL,
    sessionSecret: v.SESSION_SECRET,
    authSecret: v.AUTH_SECRET,
    internalToken: v.INTERNAL_TOKEN,
    demoShops: v.DEMO_SHOPS ?? (v.ENVIRONMENT === 'local' ? DEMO_SHOPS : []),
    mail: { from: v.MAIL_FROM, resendApiKey: v.RESEND_API_KEY ?? null },
    sms: v.SMS_URL && v.SMS_TOKEN ? { url: v.SMS_URL, token: v.SMS_TOKEN } : null,
    stripe:
      v.STRIPE_SECRET_KEY && v.STRIPE_WEBHOOK_SECRET
        ? {
            secretKey: v.STRIPE_SECRET_KEY,
            webhookSecret: v.STRIPE_WEBHOOK_SECRET,
            apiBase: v.STRIPE_API_BASE?.replace(/\/$/, '') ?? null,
            applicationFeeBasisPoints: v.STRIPE_APPLICATION_FEE_BASIS_POINTS,
          }
        : null,
    local: v.LOCAL_ENDPOINT
      ? { endpoint: v.LOCAL_ENDPOINT.replace(/\/$/, ''), clockOffsetMs: v.LOCAL_CLOCK_OFFSET_MS ?? 0 }
      : null,
  };
}

const parsedByEnvironment = new WeakMap<object, Config>();

/** The configuration of this isolate, parsed at first use. */
export function configOf(env: object): Config {
  const known = parsedByEnvironment.get(env);
  if (known) return known;
  const config = parseConfig(env);
  parsedByEnvironment.set(env, config);
  return config;
}

/** Sets this isolate's clock to where a local run begins; everywhere else it does nothing. */
export function startLocalClock(env: object): void {
  const { ENVIRONMENT, LOCAL_CLOCK_OFFSET_MS } = env as Record<string, unknown>;
  const offsetMs = Number(LOCAL_CLOCK_OFFSET_MS ?? 0);
  if (ENVIRONMENT === 'local' && Number.isSafeInteger(offsetMs)) startClockAt(offsetMs);
}
