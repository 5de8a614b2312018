import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { CONFIG_FILE, ROOT_FOLDER } from './build.ts';

export type LocalWorker = {
  /** Runs the `scheduled` handler as the given cron: crons never fire by themselves here. */
  runCron(cron: string): Promise<void>;
  crons: string[];
  stop(): Promise<void>;
};

/**
 * Runs a built Worker in workerd with every binding of wrangler.toml, kept in `storageFolder`.
 * Miniflare is used directly rather than `wrangler dev`: one workerd and no proxy in front of it,
 * and what runs is the very bundle that a deploy uploads.
 */
export async function startWorker(options: {
  bundleFolder: string;
  storageFolder: string;
  /** Everything the Worker logs; what goes wrong is shown on the terminal too. */
  logFile: string;
  port: number;
  variables: Record<string, string>;
}): Promise<LocalWorker> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(CONFIG_FILE);
  const files = readdirSync(options.bundleFolder);
  const entry = files.find((name) => name.endsWith('.js'));
  if (!entry) throw new Error('the Worker was not built');
  const contentsOf = (name: string) => readFileSync(join(options.bundleFolder, name), 'utf8');
  const texts = files.filter((name) => name.endsWith('.txt'));
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      rootPath: ROOT_FOLDER,
      modules: [
        { type: 'ESModule', path: entry, contents: contentsOf(entry) },
        ...texts.map((path) => ({ type: 'Text' as const, path, contents: contentsOf(path) })),
      ],
      bindings: options.variables,
      host: '127.0.0.1',
      port: options.port,
      resourcePersistencePath: options.storageFolder,
      // Real `Request.cf` would be fetched from the internet; a fixed one serves.
      cf: false,
      telemetry: { enabled: false },
      handleStructuredLogs({ level, message }) {
        log.write(`${message}\n`);
        if (level === 'error' || level === 'warn') console.error(message);
      },
      log: new Log(LogLevel.WARN),
    }),
  );
  await miniflare.ready;
  const worker = await miniflare.getWorker();
  return {
    crons: (workerOptions as { cronTriggers?: string[] }).cronTriggers ?? [],
    async runCron(cron) {
      await worker.scheduled({ cron, scheduledTime: new Date() });
    },
    async stop() {
      await miniflare.dispose();
      log.end();
    },
  };
}
