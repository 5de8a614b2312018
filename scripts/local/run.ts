import { allFindings } from '../../src/audit/report.ts';
import { publishShopAudits, reachAt } from '../audit/reach.ts';
import { runAudit } from '../audit/run-audit.ts';
import type { Demo, DemoTarget } from '../demo/demo.ts';
import { type FillProgress, fillDemo } from '../demo/fill.ts';
import { demoPage } from '../demo/page.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Addresses } from './addresses.ts';
import { announce } from './announce.ts';
import { buildWeb, buildWorker } from './build.ts';
import { LocalClock } from './clock.ts';
import { Inbox } from './inbox.ts';
import { localFetch } from './local-fetch.ts';
import { type OpenDatabase, openPglite, openPostgres } from './open-database.ts';
import { descendantsOf, killAtOnce } from './process-tree.ts';
import { step } from './progress.ts';
import { startServices } from './services.ts';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';
import type { Secrets, StateFolder } from './state-folder.ts';
import { startStripe } from './stripe/start-stripe.ts';
import { type LocalWorker, startWorker } from './worker.ts';

/** How long rows of journals may be on their way before that is a finding. */
const AUDIT_WAIT_MS = 60_000;
const CRON_EVERY_MS = 60_000;
const DAILY_SLICE_CRON_MINUTE = 7;

async function openDatabase(settings: Settings, state: StateFolder): Promise<OpenDatabase> {
  if (!settings.databaseUrl) return openPglite(state.file('postgres'), state.secrets().databasePassword);
  const given = {
    ...(settings.databaseAppUrl && { appUrl: settings.databaseAppUrl }),
    ...(settings.databaseAuthUrl && { authUrl: settings.databaseAuthUrl }),
  };
  const { host } = new URL(settings.databaseUrl);
  return openPostgres(settings.databaseUrl, given).catch((error: Error & { code?: string }) => {
    const reason = error.message || error.code || 'no answer';
    throw new StartError(`The database of DATABASE_URL at ${host} cannot be used: ${reason}`);
  });
}

/** Crons by the clock of this machine; one that fails is shown and tried again a minute later. */
function runCronsByTheMinute(worker: LocalWorker): () => void {
  const timer = setInterval(async () => {
    const minute = new Date().getMinutes();
    const due = worker.crons.filter((cron) => cron.startsWith('*') || minute === DAILY_SLICE_CRON_MINUTE);
    for (const cron of due)
      await worker.runCron(cron).catch((error) => console.error(`cron ${cron}:`, error));
  }, CRON_EVERY_MS);
  return () => clearInterval(timer);
}

/** Starts everything on a state folder that is ours, and ends the process when it is asked to. */
export async function run(settings: Settings, state: StateFolder): Promise<void> {
  console.log(`Pointmall · state in ${state.path}`);

  const bundleFolder = state.file('worker');
  const opening = step('database', () => openDatabase(settings, state));
  // A server's answer is quick and may be a refusal; the embedded one takes as long as the builds.
  if (settings.databaseUrl) await opening;
  const [opened] = await Promise.all([
    opening,
    step('web', buildWeb).then(() =>
      step('Worker bundle', () => buildWorker(bundleFolder, settings.workerEntry)),
    ),
  ]);
  const rootHost = `localhost:${settings.port}`;
  const inbox = new Inbox(state.file('inbox.jsonl'));
  const clock = new LocalClock(state, rootHost);
  const services = await startServices({
    database: opened.database,
    inbox,
    clock,
    port: settings.port + 1,
    demoPage: () => {
      const demo = state.read<Demo>('demo.json');
      return demo && demoPage(demo, state.read<FillProgress>('demo-filling.json'));
    },
  });
  const secrets = state.secrets();
  const stripe = settings.stripe ? null : await startStandIn(state, clock, settings.port, secrets);
  const worker = await step('workerd', () =>
    startWorker({
      bundleFolder,
      storageFolder: state.file('edge'),
      logFile: state.file('worker.log'),
      port: settings.port,
      variables: {
        ENVIRONMENT: 'local',
        ROOT_HOST: rootHost,
        DATABASE_APP_URL: opened.appUrl,
        DATABASE_AUTH_URL: opened.authUrl,
        SESSION_SECRET: secrets.sessionSecret,
        AUTH_SECRET: secrets.authSecret,
        INTERNAL_TOKEN: secrets.internalToken,
        MAIL_FROM: 'Pointmall <mail@localhost>',
        LOCAL_ENDPOINT: services.url,
        LOCAL_CLOCK_OFFSET_MS: String(clock.offsetMs()),
        STRIPE_SECRET_KEY: settings.stripe?.secretKey ?? secrets.stripeSecretKey,
        STRIPE_WEBHOOK_SECRET: settings.stripe?.webhookSecret ?? secrets.stripeWebhookSecret,
        ...(stripe && { STRIPE_API_BASE: stripe.url }),
        ...settings.workerVariables,
      },
    }),
  );
  const workers = descendantsOf(process.pid);
  state.recordProcesses(workers);
  // However this process ends, workerd does not serve on without it.
  process.on('exit', () => workers.forEach(killAtOnce));
  const stopCrons = runCronsByTheMinute(worker);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    stopCrons();
    await worker.stop();
    await stripe?.stop();
    await services.stop();
    await opened.database.close();
    state.release();
    process.exit(0);
  };
  // Miniflare's own handlers would end the process before the database is closed.
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal).on(signal, stop);

  const address = `http://${rootHost}`;
  await localFetch(`${address}/`);
  const seconds = ((Date.now() - settings.installedAtMs) / 1000).toFixed(1);
  console.log(`First page after ${seconds} s.`);
  const addresses: Addresses = {
    site: `${address}/`,
    console: `http://console.${rootHost}/`,
    api: `http://api.${rootHost}/v1`,
    inbox: `${services.url}/inbox`,
    services: services.url,
    stripe: stripe?.url ?? null,
    stripeSecretKey: stripe && secrets.stripeSecretKey,
    internalToken: secrets.internalToken,
    databaseOwnerUrl: opened.ownerUrl,
  };
  state.write('addresses.json', addresses);
  const target: DemoTarget = {
    rootHost,
    fetch: localFetch,
    inbox: async (to: string) => inbox.list(to),
    hasStandIn: stripe !== null,
    moveClock: (offsetMs: number) => clock.moveTo(offsetMs),
    say: (line: string) => console.log(`  demo: ${line}`),
  };
  announce(addresses, settings.demo ? await demoOf(state, target, settings) : null);
  if (!settings.demo || settings.demoLength === 'short') return;
  // Everybody who is named can be entered by now; the others come in behind.
  await fillRest(state, target, addresses).catch((error) => {
    if (!stopping) console.error('demo:', error);
  });
}

/** Stripe as far as this machine goes: it sends its events where the real one would. */
function startStandIn(state: StateFolder, clock: LocalClock, port: number, secrets: Secrets) {
  return startStripe({
    file: state.file('stripe.jsonl'),
    nowMs: () => clock.nowMs(),
    port: port + 2,
    secretKey: secrets.stripeSecretKey,
    webhook: { url: `http://api.localhost:${port}/webhooks/stripe`, secret: secrets.stripeWebhookSecret },
  });
}

/** One moment for all of the demo: what was told before an interruption is told again in the same words. */
function demoBegun(state: StateFolder): { nowMs: number } {
  const begun = state.read<{ nowMs: number }>('demo-begun.json') ?? { nowMs: Date.now() };
  state.write('demo-begun.json', begun);
  return begun;
}

/** Makes the demo shops at the first start on a state folder; later they are read back. */
async function demoOf(
  state: StateFolder,
  target: DemoTarget,
  { demoLength }: Pick<Settings, 'demoLength'>,
): Promise<Demo> {
  const known = state.read<Demo>('demo.json');
  if (known) return known;
  const begun = demoBegun(state);
  const demo = await step('demo', () => seedDemo(target, { ...begun, length: demoLength }));
  state.write('demo.json', demo);
  // A demo without this file was made in short, and stays so.
  if (demoLength === 'full') state.write('demo-filling.json', { done: 0, total: 1 });
  return demo;
}

/** Brings in the shops' older members where that was begun and is not done. */
async function fillRest(state: StateFolder, target: DemoTarget, addresses: Addresses): Promise<void> {
  const filling = state.read<FillProgress>('demo-filling.json');
  if (filling === null || filling.done >= filling.total) return;
  const tell = (progress: FillProgress) => state.write('demo-filling.json', progress);
  await step('demo, older members', () => fillDemo(target, { ...demoBegun(state), tell }));
  const found = await step('demo, audit', () => auditDemo(addresses));
  target.say(found === 0 ? 'the books add up' : `the books have ${found} findings: npm run audit`);
}

/** Each shop's Home tells when its books were last audited, so the demo's are: as an operator would. */
async function auditDemo(addresses: Addresses): Promise<number> {
  const reach = reachAt(addresses, null);
  const audit = await runAudit(reach, { waitMs: AUDIT_WAIT_MS, only: null });
  await publishShopAudits(reach, audit, Date.now());
  return allFindings(audit).length;
}
