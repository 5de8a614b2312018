// Draws the pages of the product's own site, in each language, into web/dist/site, with what they alone load. The
// Worker fills in what only a request knows (src/domain/site-page.ts) and carries none of their words.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = join(root, 'web/dist/site');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

async function buildStyle() {
  const { metafile } = await build({
    entryPoints: { site: join(root, 'web/site/site.css') },
    outdir: out,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    target: ['chrome111', 'safari16.4', 'firefox121'],
    metafile: true,
    absWorkingDir: root,
  });
  return basename(Object.keys(metafile.outputs)[0] ?? '');
}

/** Pictures under names of their content, so that a browser keeps them for ever. */
async function copyScreens() {
  const folder = join(root, 'web/site/screens');
  const named = {};
  for (const file of await readdir(folder)) {
    const bytes = await readFile(join(folder, file));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const extension = extname(file);
    const built = `${basename(file, extension)}-${hash}${extension}`;
    await writeFile(join(out, built), bytes);
    named[file] = `/site/${built}`;
  }
  return named;
}

/** The drawing itself, as a module of text; TypeScript and JSX are taken away on the road. */
async function loadDrawing() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'web/site/draw.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    absWorkingDir: root,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const sample = (name) => readFile(join(root, `web/site/samples/pointmall-token.${name}.txt`), 'utf8');

const [{ drawSite }, style, screens, mall, typescript, php] = await Promise.all([
  loadDrawing(),
  buildStyle(),
  copyScreens(),
  readFile(join(root, 'web/dist/mall/assets.json'), 'utf8').then(JSON.parse),
  sample('ts'),
  sample('php'),
]);
const assets = { style: `/site/${style}`, script: `/assets/${mall.script}` };
for (const [page, html] of drawSite({ assets, screens, samples: { typescript, php } })) {
  // Not .html: the platform would serve that under a name of its own choice.
  const file = join(out, `${page}.txt`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, html);
}
