// Builds what server-rendered pages load: a style sheet for each look and one script, named by their content,
// and assets.json, from which the Worker learns the names. Beside them, under one name for ever, what a browser
// keeps to say that there is no network, and the drawings of web/pictures as they are. Prints what the sheets
// weigh.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = join(root, 'web/dist/mall');
/** A page loads the sheet of its own look alone; `design` is added to it by the page of the design language. */
const SHEETS = {
  editorial: join(root, 'web/mall/layouts/editorial-sheet.css'),
  soft: join(root, 'web/mall/layouts/soft-sheet.css'),
  lively: join(root, 'web/mall/layouts/lively-sheet.css'),
  design: join(root, 'web/site/design.css'),
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { ...SHEETS, island: join(root, 'web/shared/island.ts') },
  outdir: out,
  entryNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome111', 'safari16.4', 'firefox121'],
  format: 'iife',
  metafile: true,
  absWorkingDir: root,
});
await build({
  entryPoints: [join(root, 'web/shared/offline-worker.ts')],
  outdir: out,
  bundle: true,
  minify: true,
  target: 'es2022',
  format: 'iife',
  absWorkingDir: root,
});
const built = Object.keys(metafile.outputs).map((file) => basename(file));
const named = (name) => built.find((file) => file.startsWith(`${name}-`));
const styles = Object.fromEntries(Object.keys(SHEETS).map((sheet) => [sheet, named(sheet)]));
await writeFile(join(out, 'assets.json'), JSON.stringify({ styles, script: named('island') }));
const weights = await Promise.all(
  Object.entries(styles).map(async ([sheet, file]) => {
    const bytes = gzipSync(await readFile(join(out, file)), { level: 9 }).byteLength;
    return `${sheet} ${(bytes / 1000).toFixed(1)} kB`;
  }),
);
console.log(`mall's sheets, gzip: ${weights.join(', ')}`);

const pictures = join(root, 'web/dist/pictures');
await rm(pictures, { recursive: true, force: true });
await cp(join(root, 'web/pictures'), pictures, { recursive: true, filter: (path) => !path.endsWith('.md') });

// Its pages load the script that was just named.
await import('./build-site.mjs');
