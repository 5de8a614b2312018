import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingEntries } from '../scripts/fill-lockfile.mjs';
import { forbiddenBecause, layerOf } from './support/layers.ts';
import { importsOf, projectFiles, ROOT_FOLDER, read } from './support/source-tree.ts';

const FILE_LINES_MAX = 300;
const LONG_BY_NATURE = /^(migrations\/|src\/db\/schema\/|src\/messages\/[^/]+\/|src\/bindings\.d\.ts$)/;
const BANNED_NAME = /(^|[-_./])(utils?|helpers?|managers?|v2)([-_./]|$)/i;

const files = projectFiles();
const sources = files.filter((path) => /^(src|web|scripts|test)\/.*\.(ts|tsx|mjs|css)$/.test(path));
const code = sources.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
const domain = code.filter((path) => path.startsWith('src/domain/'));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('the tree', () => {
  test('imports go one way: index, app, routes, verbs, then queries, domain and clients', () => {
    const wrong = code.flatMap((path) =>
      importsOf(path).flatMap((found) => {
        const because = forbiddenBecause(found);
        return because ? [`${found.from}: ${because} (${found.to})`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('the rule about imports notices each kind of wrong turn', () => {
    const from = (path: string, to: string, typeOnly = false) =>
      forbiddenBecause({ from: path, to, typeOnly });
    expect([
      from('src/domain/a.ts', 'src/lib/ids.ts'),
      from('src/domain/a.ts', 'src/account/contract.ts', true),
      from('src/features/orders/report-order.ts', 'src/features/orders/routes.ts'),
      from('src/features/orders/routes.ts', 'src/db/tenant.ts'),
      from('src/features/orders/report-order.ts', 'drizzle-orm'),
      from('src/features/orders/report-order.ts', 'src/account/store.ts'),
      from('src/features/orders/routes.ts', 'web/mall/home.tsx'),
      from('web/mall/home.tsx', 'src/http/problem.ts'),
      from('src/account/store.ts', 'src/stock/store.ts'),
    ]).toEqual([
      'domain imports lib',
      'domain imports account face',
      'verbs imports routes',
      'routes imports db',
      'verbs knows Drizzle',
      'verbs imports account',
      'routes imports web',
      'web imports http',
      'account imports stock',
    ]);
    expect(from('web/mall/home.tsx', 'src/http/problem.ts', true)).toBe(null);
  });

  test('the Worker carries no words of the console, the widget or the site', () => {
    const reached = new Set(['src/index.ts']);
    for (const path of reached) {
      for (const { to, typeOnly } of importsOf(path)) if (!typeOnly && code.includes(to)) reached.add(to);
    }
    expect(reached.size).toBeGreaterThan(200);
    expect(
      [...reached].filter((path) =>
        /^(web\/(console|widget)|src\/messages\/[^/]+\/(console|widget|site|guide))/.test(path),
      ),
    ).toEqual([]);
  });

  test('every file of src and web stands in a layer', () => {
    expect(code.filter((path) => /^(src|web)\//.test(path) && !layerOf(path))).toEqual([]);
  });

  test('domain is pure: no clock, no randomness, nothing asynchronous, no packages that do I/O', () => {
    const impure =
      /\basync\b|\bawait\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bcrypto\.get/;
    const offending = domain.filter((path) => impure.test(withoutComments(read(path))));
    const packages = domain.flatMap((path) => importsOf(path)).filter(({ to }) => !to.startsWith('src/'));
    expect(offending).toEqual([]);
    const pure = ['temporal-polyfill', 'canonicalize', 'culori/fn', 'node:crypto'];
    const named = packages.map(({ to }) => to.replace(/^temporal-polyfill\/fns\/\w+$/, 'temporal-polyfill'));
    expect([...new Set(named)].filter((to) => !pure.includes(to))).toEqual([]);
  });

  test(`no file is longer than ${FILE_LINES_MAX} lines`, () => {
    const long = sources
      .filter((path) => !LONG_BY_NATURE.test(path))
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > FILE_LINES_MAX);
    expect(long).toEqual([]);
  });

  test('a soft colour of the console names no shade: with one it is painted full, under letters of the same colour', () => {
    const shade = /color="\w+\.\d"/.source;
    const soft = /variant="(?:light|subtle)"/.source;
    const both = new RegExp(`${shade}[^<]{0,120}${soft}|${soft}[^<]{0,120}${shade}`);
    expect(code.filter((path) => path.startsWith('web/console/') && both.test(read(path)))).toEqual([]);
  });

  test('no name says nothing: utils, helpers, manager, V2', () => {
    expect(files.filter((path) => BANNED_NAME.test(path))).toEqual([]);
  });

  test('the lockfile has an entry for every platform’s binaries, so that `npm ci` takes it', () => {
    expect(missingEntries(JSON.parse(read('package-lock.json')))).toEqual({});
  });

  test('no test is skipped or left alone', () => {
    const skipping = /\b(?:test|it|describe)\.(?:skip|only|todo|fixme)\b/;
    expect(code.filter((path) => path.endsWith('.test.ts') && skipping.test(read(path)))).toEqual([]);
  });
});

describe('README files', () => {
  test('every path that one names exists', () => {
    const named = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((readme) =>
        [...read(readme).matchAll(/`([\w@.-]+(?:\/[\w@.-]+)+\/?)`|\]\(([\w@./-]+)\)/g)].map((match) => ({
          readme,
          path: match[1] ?? match[2] ?? '',
        })),
      )
      .filter(({ path }) => /^(\.\.?\/|src\/|web\/|scripts\/|test\/|migrations\/|docs\/|\.ci\/)/.test(path))
      // Built: there once something was started, and nowhere in a fresh copy.
      .filter(({ path }) => !path.startsWith('web/dist/'));
    const missing = named.filter(
      ({ readme, path }) =>
        !existsSync(join(ROOT_FOLDER, path)) && !existsSync(join(ROOT_FOLDER, dirname(readme), path)),
    );
    expect(missing).toEqual([]);
  });
});
