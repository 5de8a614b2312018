import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocalClock } from '../../scripts/local/clock.ts';
import { Inbox } from '../../scripts/local/inbox.ts';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import { openPglite } from '../../scripts/local/open-database.ts';
import { type LocalServices, startServices } from '../../scripts/local/services.ts';
import { StateFolder } from '../../scripts/local/state-folder.ts';
import { driverFor } from '../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'pointmall-state-'));
const inboxFile = join(folder, 'inbox.jsonl');
let services: LocalServices;
let opened: Awaited<ReturnType<typeof openPglite>>;

beforeAll(async () => {
  opened = await openPglite(null, 'owner');
  services = await startServices({
    database: opened.database,
    inbox: new Inbox(inboxFile),
    clock: new LocalClock(new StateFolder(folder), 'localhost:1'),
    port: 0,
  });
});
afterAll(async () => {
  await services.stop();
  await opened.database.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, content: unknown, headers: Record<string, string> = {}) =>
  localFetch(services.url + path, { method: 'POST', headers, body: JSON.stringify(content) });

test('what would have been sent is listed by address, shown as text and kept for the next start', async () => {
  await post('/mail', { from: 'f', to: 'a@example.com', subject: '<b>1234</b>', text: 'code 1234' });
  await post('/sms', { to: '+8613800000000', text: 'code 5678' });
  const listed = await (await localFetch(`${services.url}/inbox.json?to=a@example.com`)).json();
  const page = await (await localFetch(`${services.url}/inbox`)).text();
  const letter = { kind: 'mail', from: 'f', to: 'a@example.com', subject: '<b>1234</b>', text: 'code 1234' };
  expect(listed).toEqual([{ ...letter, atMs: expect.any(Number) }]);
  expect(page).toContain('&lt;b&gt;1234&lt;/b&gt;');
  expect(page).not.toContain('<b>1234');
  expect(new Inbox(inboxFile).list(null).map(({ text }) => text)).toEqual(['code 5678', 'code 1234']);
});

test('a page of somewhere else can neither steer nor read', async () => {
  const moved = await post('/clock', { offsetMs: 1 }, { origin: 'http://elsewhere.example' });
  const rebound = new URL('/inbox.json', services.url);
  rebound.hostname = 'rebound.localhost';
  expect([moved.status, (await localFetch(rebound)).status]).toEqual([403, 403]);
});

test('while the database is away the driver gets no answer, and afterwards it does', async () => {
  const sql = driverFor(`${services.url}/sql`, opened.appUrl);
  await post('/database-away', { forMs: 60_000 });
  await expect(sql`select 1`).rejects.toThrow('Error connecting to database');
  await post('/database-away', { forMs: 0 });
  expect(await sql`select 1 as back`).toEqual([{ back: 1 }]);
});

test('a stalled step is recorded, and what no service understands is refused', async () => {
  await post('/stall', { step: 'reserved' });
  const senseless = await post('/stall', { step: 1 });
  const stalls = await (await localFetch(`${services.url}/stalls.json`)).json();
  expect([stalls, senseless.status, (await post('/nothing', {})).status]).toEqual([['reserved'], 400, 404]);
});
