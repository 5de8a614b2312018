import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, killAtOnce } from './process-tree.ts';
import { StartError } from './start-error.ts';

const SECRET_BYTES = 32;

export type Secrets = {
  sessionSecret: string;
  authSecret: string;
  internalToken: string;
  databasePassword: string;
  /** Of the stand-in for Stripe alone. */
  stripeSecretKey: string;
  stripeWebhookSecret: string;
};

type Processes = { starter: number; workers: number[] };

/** Everything that one local Pointmall keeps between two starts: remove it and it is new. */
export class StateFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Takes the folder for this process: refuses while another uses it, and clears away what a killed one left running. */
  take(): void {
    mkdirSync(this.path, { recursive: true });
    const left = this.read<Processes>('processes.json');
    if (left && left.starter !== process.pid && isRunning(left.starter, 'start.ts')) {
      throw new StartError(`${this.path} is in use by process ${left.starter}: stop it or set STATE_DIR.`);
    }
    for (const pid of left?.workers ?? []) if (isRunning(pid, 'workerd')) killAtOnce(pid);
    this.recordProcesses([]);
  }

  /** Removes everything kept, except for the note of who uses the folder. */
  reset(): void {
    rmSync(this.path, { recursive: true, force: true });
    mkdirSync(this.path, { recursive: true });
    this.recordProcesses([]);
  }

  recordProcesses(workers: number[]): void {
    this.write('processes.json', { starter: process.pid, workers } satisfies Processes);
  }

  release(): void {
    rmSync(this.file('processes.json'), { force: true });
  }

  file(name: string): string {
    return join(this.path, name);
  }

  read<Content>(name: string): Content | null {
    const path = this.file(name);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : null;
  }

  /** Replaces a file whole, so that a kill leaves the old one or the new one. */
  write(name: string, content: unknown): void {
    const path = this.file(name);
    writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  /** Made at the first start and kept, so that cookies and passwords outlive a restart. */
  secrets(): Secrets {
    const known = this.read<Partial<Secrets>>('secrets.json');
    const secret = () => randomBytes(SECRET_BYTES).toString('base64url');
    // Stripe's own have letters and digits only.
    const plainSecret = () => randomBytes(SECRET_BYTES).toString('hex');
    const secrets = {
      sessionSecret: secret(),
      authSecret: secret(),
      internalToken: secret(),
      databasePassword: secret(),
      stripeSecretKey: `sk_test_${plainSecret()}`,
      stripeWebhookSecret: `whsec_${plainSecret()}`,
      // A folder of an older version lacks some.
      ...known,
    };
    this.write('secrets.json', secrets);
    return secrets;
  }
}
