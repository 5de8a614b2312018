import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT_FOLDER } from '../support/source-tree.ts';

const LAYOUTS = ['editorial', 'soft', 'lively'] as const;
const GZIP_BYTES_MAX = 10_000;

/** The sheets as the pages load them, by their looks. */
const sheets = new Map<string, string>();

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: LAYOUTS.map((layout) => join(ROOT_FOLDER, `web/mall/layouts/${layout}-sheet.css`)),
    outdir: 'unwritten',
    bundle: true,
    minify: true,
    write: false,
  });
  for (const [index, layout] of LAYOUTS.entries()) sheets.set(layout, outputFiles[index]?.text ?? '');
});

describe('a look’s style sheet', () => {
  test.each(LAYOUTS)('of %s has its own rules and no other look’s', (layout) => {
    const named = [...(sheets.get(layout) ?? '').matchAll(/\.layout-(\w+)/g)].map(([, name]) => name);
    expect([...new Set(named)]).toEqual([layout]);
  });

  test(`none weighs more than ${GZIP_BYTES_MAX / 1000} kB gzip`, () => {
    const heavy = [...sheets].filter(([, css]) => gzipSync(css).byteLength > GZIP_BYTES_MAX);
    expect(heavy.map(([layout]) => layout)).toEqual([]);
  });
});
