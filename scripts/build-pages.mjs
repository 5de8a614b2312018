// Builds what server-rendered pages load: one style sheet and one script, named by their content, and
// assets.json, from which the Worker learns the names. Beside them, under one name for ever, what a browser
// keeps to say that there is no network, and the drawings of web/pictures as they are.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = join(root, 'web/dist/mall');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { mall: join(root, 'web/mall/mall.css'), island: join(root, 'web/shared/island.ts') },
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
const named = (extension) =>
  Object.keys(metafile.outputs)
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file))[0];
await writeFile(join(out, 'assets.json'), JSON.stringify({ style: named('.css'), script: named('.js') }));

const pictures = join(root, 'web/dist/pictures');
await rm(pictures, { recursive: true, force: true });
await cp(join(root, 'web/pictures'), pictures, { recursive: true, filter: (path) => !path.endsWith('.md') });

// Its pages load the script that was just named.
await import('./build-site.mjs');
