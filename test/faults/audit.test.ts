import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import type { Finding } from '../../src/audit/evidence.ts';
import { type Audit, allFindings } from '../../src/audit/report.ts';
import { freePort } from '../support/free-port.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';
import { editObject, editPostgres } from './edit-state.ts';
import { buyAndRedeem, openShop } from './http-shop.ts';

const stateFolder = mkdtempSync(join(tmpdir(), 'pointmall-audit-'));
const soundFolder = `${stateFolder}-sound`;
let server: TestServer | null = null;

afterAll(async () => {
  await server?.stop();
  for (const folder of [stateFolder, soundFolder]) rmSync(folder, { recursive: true, force: true });
});

/** Runs a command of the product against the server's state folder. */
function run(program: string, ...parameters: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(ROOT_FOLDER, 'scripts', 'command.mjs'), program, ...parameters],
      { env: { ...process.env, STATE_DIR: stateFolder, NO_COLOR: '1' }, maxBuffer: 64 * 1024 * 1024 },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout || stderr }),
    );
  });
}

async function restart(port: number): Promise<void> {
  server = await startServer({ stateFolder, port });
}

async function stop(): Promise<void> {
  await server?.stop();
  server = null;
}

const findingsOf = (output: string): Finding[] => allFindings(JSON.parse(output) as Audit);

test('the audit names every edit of the books on either side, and nothing once they are undone', async () => {
  const port = await freePort();
  await restart(port);
  if (!server) throw new Error('the server is not there');
  const shops = [await openShop(server), await openShop(server), await openShop(server)];
  const [shop, second, third] = shops;
  if (!shop || !second || !third) throw new Error('three shops were made');
  const members: string[] = [];
  for (let index = 0; index < 10; index += 1) members.push((await buyAndRedeem(server, shop)).memberId);
  for (const other of [second, third]) members.push((await buyAndRedeem(server, other)).memberId);
  const sound = await run('audit');
  expect(sound).toEqual({ code: 0, output: expect.stringContaining('Everything adds up in 3 shops.') });
  await stop();
  cpSync(stateFolder, soundFolder, { recursive: true });

  const [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = members;
  const account = (id = '') => `account ${shop.tenantId}/${id}`;
  const stockOf = ({ tenantId, rewardId }: typeof shop) => `stock ${tenantId}/${rewardId}`;
  const inAccount = (id: string | undefined, statement: string) =>
    editObject(stateFolder, 'account', id ?? '', statement);

  inAccount(m0, 'update lots set remaining_points = remaining_points + 7');
  inAccount(m1, 'update accounts set balance_points = balance_points + 1');
  inAccount(m2, 'update accounts set debt_points = -5');
  inAccount(m3, 'update accounts set balance_points = -100');
  inAccount(
    m4,
    "update transport_keys set result = json_set(result, '$.points', 1) where json_extract(result, '$.orderId') is not null",
  );
  inAccount(m5, "update purchases set body = json_set(body, '$.grantedPoints', 1)");
  inAccount(m6, "update redemptions set body = json_set(body, '$.state', 'undone')");
  inAccount(m7, "update journal set body = json_set(body, '$.points', 2001) where type = 'points.earned'");
  inAccount(m8, 'delete from journal where seq = 3');
  inAccount(m9, "update object_identity set tenant_id = 'ten_other'");
  editObject(
    stateFolder,
    'stock',
    shop.rewardId,
    'update reservations set quantity = 5 where seq = (select min(seq) from reservations)',
  );
  editObject(stateFolder, 'stock', second.rewardId, "update reservations set state = 'cancelled'");
  editObject(stateFolder, 'stock', third.rewardId, 'delete from reservations');
  await editPostgres(stateFolder, [
    `update journal_rows set balance_after = 9 where object_id = '${m0}' and type = 'points.earned'`,
    `delete from journal_rows where object_id = '${m1}' and seq = 2`,
    `update redemptions set state = 'shipped' where member_id = '${m2}'`,
    `update orders set points = 9 where member_id = '${m3}'`,
    `update member_days set issued_points = issued_points + 1 where member_id = '${m5}'`,
    `update member_figures set spent_minor = spent_minor + 1 where member_id = '${m6}'`,
    `update stock_levels set available_units = 99 where stock_id = '${second.rewardId}'`,
    `update journal_rows set hash = 'f' where object_id = '${m4}' and seq = 1`,
    `update journal_rows set tenant_id = 'ten_x' where object_id = '${m5}' and seq = 1`,
    'alter table members no force row level security',
    'alter policy tenant on rewards using (true)',
  ]);

  await restart(port);
  const broken = await run('audit', '--json', '--wait-seconds', '5');
  expect(broken.code).toBe(1);
  const findings = findingsOf(broken.output);
  const named = (invariant: string, object: string) =>
    findings.filter((each) => each.invariant === invariant && each.object.startsWith(object)).length;
  const expected: [string, string][] = [
    ['I1', account(m0)],
    ['I1', account(m1)],
    ['I2', account(m2)],
    ['I2', account(m3)],
    ['I3', account(m4)],
    ['I3', account(m5)],
    ['I4', account(m0)],
    ['I4', account(m1)],
    ['I4', account(m4)],
    ['I4', 'orders counter/'],
    ['I4', 'redemptions rdm_'],
    ['I4', `member_days ${m5}`],
    ['I4', `member_figures ${m6}`],
    ['I4', `stock_levels ${second.rewardId}`],
    ['I5', stockOf(shop)],
    ['I5', stockOf(third)],
    ['I6', account(m6)],
    ['I6', `account ${second.tenantId}/${m10}`],
    ['I8', account(m9)],
    ['I8', 'table public.members'],
    ['I8', 'table public.rewards'],
    ['I8', 'table journal_rows'],
    ['I9', account(m7)],
    ['I9', account(m8)],
  ];
  expect(expected.filter(([invariant, object]) => named(invariant, object) === 0)).toEqual([]);
  expect(
    findings.find(({ object, what }) => object === account(m0) && what.startsWith('balance = Σ lot')),
  ).toEqual({
    invariant: 'I1',
    object: account(m0),
    what: 'balance = Σ lot.remaining − debt',
    expected: 1_507,
    found: 1_500,
  });
  await stop();

  rmSync(stateFolder, { recursive: true });
  cpSync(soundFolder, stateFolder, { recursive: true });
  await restart(port);
  expect(await run('audit')).toEqual({
    code: 0,
    output: expect.stringContaining('Everything adds up in 3 shops.'),
  });
});

test('the projection is rebuilt from the objects alone', async () => {
  if (!server) throw new Error('the server is not there');
  await stop();
  await editPostgres(stateFolder, [
    "update redemptions set state = 'undone'",
    'delete from journal_rows where seq = 1',
  ]);
  await restart(await freePort());
  const wrong = await run('audit', '--json', '--wait-seconds', '2');
  expect(new Set(findingsOf(wrong.output).map(({ invariant }) => invariant))).toEqual(new Set(['I4']));
  const rebuilt = await run('rebuild-projection');
  expect(rebuilt).toEqual({
    code: 0,
    output: expect.stringMatching(/rows of 11 objects folded again, 0 parked/),
  });
  expect((await run('audit')).code).toBe(0);
});
