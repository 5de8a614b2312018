import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import { isRunning, killAtOnce } from '../../scripts/local/process-tree.ts';
import { freePort } from '../support/free-port.ts';
import { type ServerOptions, startServer, until } from '../support/server.ts';

const DEATH_MS_MAX = 5_000;

let options: Required<Pick<ServerOptions, 'stateFolder' | 'port'>>;
beforeEach(async () => {
  options = { stateFolder: mkdtempSync(join(tmpdir(), 'pointmall-state-')), port: await freePort() };
});
afterEach(() => rmSync(options.stateFolder, { recursive: true, force: true }));

const processesOf = (stateFolder: string) =>
  JSON.parse(readFileSync(join(stateFolder, 'processes.json'), 'utf8')) as {
    starter: number;
    workers: number[];
  };
const sendMail = (services: string) =>
  localFetch(`${services}/mail`, {
    method: 'POST',
    body: JSON.stringify({ to: 'a@example.com', subject: 'kept', text: '1' }),
  });

test('asked to stop it leaves no process behind and keeps its state', async () => {
  const first = await startServer(options);
  await sendMail(first.addresses.services);
  const { workers } = processesOf(options.stateFolder);
  await first.stop();
  const left = existsSync(join(options.stateFolder, 'processes.json'));
  const second = await startServer(options);
  const kept = await second.inbox('a@example.com');
  await second.stop();
  expect({ left, workers: workers.length > 0 }).toEqual({ left: false, workers: true });
  expect(kept.map(({ subject }) => subject)).toEqual(['kept']);
  expect(second.addresses).toEqual(first.addresses);
});

test('killed with its whole group it serves nothing more, and starts again on the same state', async () => {
  const first = await startServer(options);
  await first.killTree();
  await expect(first.fetch(first.url('/'))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const second = await startServer(options);
  const response = await second.fetch(second.url('/healthz'));
  await second.stop();
  expect(response.status).toBe(200);
});

test('what a killed starter left running is cleared away by the next start', async () => {
  const first = await startServer(options);
  const left = processesOf(options.stateFolder);
  killAtOnce(left.starter);
  await until(
    () => !isRunning(left.starter, 'start.ts'),
    DEATH_MS_MAX,
    () => 'the starter lives',
  );
  const second = await startServer({ ...options, port: await freePort() });
  const serving = left.workers.filter((pid) => isRunning(pid, 'workerd'));
  await second.stop();
  await first.killTree();
  expect(serving).toEqual([]);
});

test('a state folder that is in use is refused in one line', async () => {
  const first = await startServer(options);
  const { starter } = processesOf(options.stateFolder);
  const second = startServer({ ...options, port: await freePort() });
  await expect(second).rejects.toThrow(
    `${options.stateFolder} is in use by process ${starter}: stop it or set STATE_DIR.`,
  );
  await first.stop();
});
