import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedServer } from '../support/shared-server.ts';
import { read } from '../support/source-tree.ts';
import { runPhp } from './php.ts';
import { openWidgetShop, swapToken, type WidgetShop } from './widget-shop.ts';

const server = sharedServer();
const TYPESCRIPT = read('web/site/samples/pointmall-token.ts.txt');
const PHP = read('web/site/samples/pointmall-token.php.txt');

let shop: WidgetShop;
let environment: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'pointmall-sample-'));
beforeAll(async () => {
  shop = await openWidgetShop(server);
  environment = {
    POINTMALL_MALL: shop.slug,
    POINTMALL_KID: shop.key.kid,
    POINTMALL_SECRET: shop.key.secret,
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Customer = { id: string; name: string };

/** The file as the docs show it, in a Node of its own. */
async function inNode(customer: Customer): Promise<string> {
  writeFileSync(join(folder, 'pointmall-token.ts'), TYPESCRIPT);
  writeFileSync(
    join(folder, 'main.mjs'),
    `import { pointmallToken } from './pointmall-token.ts';
    process.stdout.write(pointmallToken(JSON.parse(process.argv[2])));`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'main.mjs'), JSON.stringify(customer)],
    { env: { ...process.env, ...environment, NODE_NO_WARNINGS: '1' }, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return stdout;
}

/** The file as the docs show it, and one line that calls it. */
const inPhp = ({ id, name }: Customer) =>
  runPhp(`${PHP}\necho pointmall_token('${id}', '${name}');`, environment);

describe.each([
  ['TypeScript', inNode, TYPESCRIPT],
  ['PHP', inPhp, PHP],
])('the sample in %s', (_, tokenFor, source) => {
  test('signs a customer in: she is a member, under the name that it gave', async () => {
    const { status, body } = await swapToken(
      server,
      shop.slug,
      await tokenFor({ id: 'c-17', name: '林小满' }),
    );
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        bearer: expect.any(String),
        expiresAt: expect.any(String),
        member: { id: expect.stringMatching(/^mem_/), name: '林小满' },
      },
    });
  });

  test('signs anew each time, and what it signed opens one session', async () => {
    const customer = { id: 'c-18', name: '/+?>~' };
    const [first, second] = [await tokenFor(customer), await tokenFor(customer)];
    const answers = [];
    for (const token of [first, first, second]) answers.push(await swapToken(server, shop.slug, token));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [200, undefined],
      [401, 'token-replayed'],
      [200, undefined],
    ]);
  });

  test('is ten lines of code', () => {
    const lines = source.split('\n').filter((line) => line.trim() !== '' && !/^(\/\/|<\?php)/.test(line));
    expect(lines.length).toBe(10);
  });
});

test('both samples name the customer alike: she is one member', async () => {
  const customer = { id: 'c-19', name: 'Ada' };
  const first = await swapToken(server, shop.slug, await inNode(customer));
  const second = await swapToken(server, shop.slug, await inPhp(customer));
  expect(second.body.member).toEqual(first.body.member);
});
