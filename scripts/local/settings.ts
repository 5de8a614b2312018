import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StoryLength } from '../demo/moments.ts';
import { ROOT_FOLDER } from './build.ts';
import { StartError } from './start-error.ts';

const PORT_DEFAULT = 8787;

export type Settings = {
  port: number;
  stateFolder: string;
  reset: boolean;
  demo: boolean;
  /** A short demo tells of today alone: for tests. */
  demoLength: StoryLength;
  /** The owner's connection string of a PostgreSQL server; null uses the embedded database. */
  databaseUrl: string | null;
  databaseAppUrl: string | null;
  databaseAuthUrl: string | null;
  /** Real keys of Stripe's, or null: then a stand-in serves on this machine. */
  stripe: { secretKey: string; webhookSecret: string } | null;
  /** Another entry than src/index.ts: tests of faults wrap it. */
  workerEntry: string | null;
  /** More variables for the Worker, for wrapped entries. */
  workerVariables: Record<string, string>;
  /** When the install ended: the first page's time is counted from here. */
  installedAtMs: number;
};

/** Reads the command line and the environment; what cannot be meant is refused in one line. */
export function readSettings(parameters: string[], environment: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: parameters,
    options: {
      reset: { type: 'boolean', default: false },
      'no-demo': { type: 'boolean', default: false },
      'short-demo': { type: 'boolean', default: false },
    },
  });
  const port = Number(environment.PORT || PORT_DEFAULT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartError(`PORT=${environment.PORT} is not a port: use a number from 1 to 65535.`);
  }
  const databaseUrl = environment.DATABASE_URL || null;
  if (databaseUrl && !(URL.canParse(databaseUrl) && /^postgres(ql)?:$/.test(new URL(databaseUrl).protocol))) {
    throw new StartError(
      'DATABASE_URL is not a connection string such as postgresql://user:password@host/name.',
    );
  }
  return {
    port,
    stateFolder: environment.STATE_DIR || join(ROOT_FOLDER, '.state'),
    reset: values.reset,
    demo: !values['no-demo'],
    demoLength: values['short-demo'] ? 'short' : 'full',
    databaseUrl,
    databaseAppUrl: environment.DATABASE_APP_URL || null,
    databaseAuthUrl: environment.DATABASE_AUTH_URL || null,
    stripe: stripeKeys(environment),
    workerEntry: environment.WORKER_ENTRY || null,
    workerVariables: JSON.parse(environment.WORKER_VARIABLES || '{}'),
    installedAtMs: Number(environment.INSTALLED_AT_MS ?? Date.now()),
  };
}

function stripeKeys({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }: NodeJS.ProcessEnv): Settings['stripe'] {
  if (!STRIPE_SECRET_KEY && !STRIPE_WEBHOOK_SECRET) return null;
  if (STRIPE_SECRET_KEY && STRIPE_WEBHOOK_SECRET) {
    return { secretKey: STRIPE_SECRET_KEY, webhookSecret: STRIPE_WEBHOOK_SECRET };
  }
  throw new StartError(
    'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together: set both, or neither for the stand-in.',
  );
}

/** Refuses a port that somebody listens on, before anything is started. */
export function refuseTakenPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is taken: stop what listens there or set PORT to another.`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
