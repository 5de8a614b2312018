import { cloudflareTest } from '@cloudflare/vitest-plugin';
import type { ProvidedContext } from 'vitest';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** A suffix wins over the folder: `x.http.test.ts` runs against a server wherever it stands. */
const suffixed = ['test/**/*.http.test.ts', 'test/**/*.browser.test.ts'];
/** Browser tests that share no server: the console before a fixture, and flows that move their own server's clock. */
const apart = ['test/console/**/*.browser.test.ts', 'test/flows/cash-*.browser.test.ts'];
const pureFolders = ['domain', 'mall', 'console', 'messages', 'audit', 'widget'];
const workerdFolders = ['account', 'object', 'stock', 'projection', 'features', 'identity', 'stripe'];
const databaseFolders = ['db', 'endpoint'];
const serverFolders = ['http'];

/** What the Worker is made of besides its own files: thousands of modules, each asked for by each worker of the tests. */
const bundled = [
  'stripe',
  'culori/fn',
  'better-auth/minimal',
  'better-auth/plugins/email-otp',
  'better-auth/crypto',
  'better-auth/api',
  'better-auth/adapters/drizzle',
  '@hono/zod-openapi',
  'zod',
  'hono',
  'hono/factory',
  'hono/jsx',
  'hono/jsx/jsx-dev-runtime',
  'hono/cookie',
  'hono/html',
  'hono/utils/http-status',
  'hono/secure-headers',
  'hono/route',
  'hono/method-not-allowed',
  'hono/http-exception',
  'hono/body-limit',
  'drizzle-orm',
  'drizzle-orm/pg-core',
  'drizzle-orm/neon-http',
  '@neondatabase/serverless',
  'jose',
  'typeid-js',
  'temporal-polyfill',
  'libphonenumber-js/max',
  'use-intl/core',
  'papaparse',
  'uqr',
  'canonicalize',
];

const testsIn = (folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

const workerBindings = (inject: (name: keyof ProvidedContext) => string) => ({
  ENVIRONMENT: 'local',
  ROOT_HOST: 'localhost:8787',
  DATABASE_APP_URL: inject('databaseAppUrl'),
  DATABASE_AUTH_URL: inject('databaseAuthUrl'),
  SESSION_SECRET: 'session secret of the tests, 32 characters',
  AUTH_SECRET: 'auth secret of the tests, 32 characters',
  INTERNAL_TOKEN: 'internal token of the tests, 32 characters',
  MAIL_FROM: 'Pointmall <mail@localhost>',
  // Nobody is asked at this address: tests of payments put a model of Stripe before the client.
  STRIPE_SECRET_KEY: 'sk_test_workerd',
  STRIPE_WEBHOOK_SECRET: 'whsec_workerd',
  STRIPE_API_BASE: 'http://127.0.0.1:9',
  LOCAL_ENDPOINT: inject('localEndpoint'),
});

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'domain',
          environment: 'node',
          include: ['test/tidy.test.ts', ...testsIn(pureFolders)],
          exclude: suffixed,
          // What they test keeps nothing between calls; loading it anew for each file was two thirds of the run.
          isolate: false,
        },
      },
      {
        plugins: [
          cloudflareTest(({ inject }) => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: workerBindings(inject) },
          })),
        ],
        test: {
          name: 'workerd',
          globalSetup: './test/support/local-endpoint.ts',
          setupFiles: './test/support/clock-at-zero.ts',
          include: testsIn(workerdFolders),
          exclude: suffixed,
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: bundled,
                rolldownOptions: { external: [/^node:/, /^cloudflare:/] },
              },
            },
          },
          // A worker of its own for each file means loading the whole Worker once for each file, half of the run.
          isolate: false,
          // The default leaves a core idle, which on a machine of two doubles the run.
          maxWorkers: '100%',
          // The first test of a file also starts the Worker and all that it imports.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'db',
          environment: 'node',
          include: testsIn(databaseFolders),
          exclude: suffixed,
          maxWorkers: '100%',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'http',
          environment: 'node',
          globalSetup: './test/support/shared-server.ts',
          include: [...testsIn(serverFolders), 'test/**/*.http.test.ts'],
          exclude: ['test/**/*.browser.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          globalSetup: './test/support/shared-server.ts',
          include: ['test/browser/**/*.test.ts', 'test/flows/**/*.test.ts', 'test/**/*.browser.test.ts'],
          exclude: apart,
          // They share a server, in shops of their own; an audit of a running system looks again at what moves.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'apart',
          environment: 'node',
          globalSetup: './test/console/built-console.ts',
          include: apart,
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          // Servers that mostly wait: for a restart, an outage, an alarm.
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
