import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';

const occupant = createServer();
const stateFolder = mkdtempSync(join(tmpdir(), 'pointmall-state-'));
let takenPort: number;

beforeAll(async () => {
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  takenPort = (occupant.address() as AddressInfo).port;
});
afterAll(() => {
  occupant.close();
  rmSync(stateFolder, { recursive: true, force: true });
});

/** Runs `npm start`'s program to its end; both outputs together. */
function start(environment: Record<string, string>, nodeOptions: string[] = []) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const program = join(ROOT_FOLDER, 'scripts', 'start.mjs');
    const child = spawn(process.execPath, [...nodeOptions, program], {
      env: { ...process.env, DATABASE_URL: '', STATE_DIR: stateFolder, ...environment },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}

test('a taken port is said in one line', async () => {
  expect(await start({ PORT: String(takenPort) })).toEqual({
    code: 1,
    output: `Port ${takenPort} is taken: stop what listens there or set PORT to another.\n`,
  });
});

test('a port that is none is said in one line', async () => {
  expect(await start({ PORT: '8o8o' })).toEqual({
    code: 1,
    output: 'PORT=8o8o is not a port: use a number from 1 to 65535.\n',
  });
});

test('a database that does not answer is said in one line', async () => {
  const host = `127.0.0.1:${await freePort()}`;
  const port = String(await freePort());
  const { code, output } = await start({ PORT: port, DATABASE_URL: `postgresql://u:secret@${host}/p` });
  const lines = output.trim().split('\n');
  expect({ code, last: lines.at(-1) }).toEqual({
    code: 1,
    last: `The database of DATABASE_URL at ${host} cannot be used: connect ECONNREFUSED ${host}`,
  });
  expect(output).not.toContain('secret');
});

test('a DATABASE_URL that is none is said in one line', async () => {
  expect(await start({ DATABASE_URL: 'my database' })).toEqual({
    code: 1,
    output: 'DATABASE_URL is not a connection string such as postgresql://user:password@host/name.\n',
  });
});

test('too old a Node is said in one line', async () => {
  const older = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.0'})`;
  expect(await start({}, ['--import', older])).toEqual({
    code: 1,
    output: 'Node 18.20.0 is too old: install Node 20 or newer.\n',
  });
});
