// Builds the widget of merchants' own sites into web/dist/widget: the loader under its one name, what it
// loads named by content (and plainly, for pages that still hold an older loader). Prints what a visitor's
// browser pays, and fails when that is more than was promised. With `--check` nothing is written.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const root = join(import.meta.dirname, '..');
const source = join(root, 'web/widget');
const out = join(root, 'web/dist/widget');

/** Gzipped bytes: what the page's tag loads, what has come before the panel is opened, and with it. */
const MOST = { loader: 5000, closed: 12_000, opened: 25_000 };
const LANGUAGES = ['zh-CN', 'zh-TW', 'en'];
const target = ['es2022', 'chrome111', 'safari16.4', 'firefox121'];

/** `x.css?inline` is the sheet's text, minified; the tokens of the whole product begin at a shadow host. */
const inlineStyle = {
  name: 'inline style',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-style',
    }));
    onLoad({ filter: /./, namespace: 'inline-style' }, async ({ path }) => {
      const css = (await readFile(path, 'utf8'))
        .replaceAll(/:root:lang\(([\w-]+)\)/g, ':host(:lang($1))')
        .replaceAll(':root', ':host');
      const { code } = await transform(css, { loader: 'css', minify: true, target });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

async function built(entries, options) {
  const { outputFiles } = await build({
    entryPoints: entries,
    outdir: out,
    bundle: true,
    write: false,
    minify: true,
    target,
    format: 'esm',
    entryNames: '[name]-[hash]',
    plugins: [inlineStyle],
    absWorkingDir: root,
    ...options,
  });
  return outputFiles.map(({ path, text }) => ({ file: basename(path), text }));
}

const words = (language) => [`words-${language}`, join(root, `src/messages/${language}/widget.ts`)];
const chunks = await built({
  start: join(source, 'start.ts'),
  panel: join(source, 'panel/panel.ts'),
  ...Object.fromEntries(LANGUAGES.map(words)),
});
const nameOf = (file) => file.replace(/-[A-Z\d]{8}\.js$/, '');
const [loader] = await built([join(source, 'loader.ts')], {
  format: 'iife',
  entryNames: 'widget',
  define: { CHUNKS: JSON.stringify(Object.fromEntries(chunks.map(({ file }) => [nameOf(file), file]))) },
});

if (!process.argv.includes('--check')) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const plain = chunks.map(({ file, text }) => ({ file: `${nameOf(file)}.js`, text }));
  await Promise.all([loader, ...chunks, ...plain].map(({ file, text }) => writeFile(join(out, file), text)));
}

const weigh = ({ text }) => gzipSync(text, { level: 9 }).byteLength;
const weightOf = (name) =>
  chunks.filter(({ file }) => nameOf(file) === name).reduce((sum, chunk) => sum + weigh(chunk), 0);
const heaviestWords = Math.max(...LANGUAGES.map((language) => weightOf(`words-${language}`)));
const closed = weigh(loader) + weightOf('start') + heaviestWords;
const weights = { loader: weigh(loader), closed, opened: closed + weightOf('panel') };
const said = { loader: 'loader', closed: 'before the first open', opened: 'opened' };
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
console.log(
  `widget, gzip: ${Object.entries(weights)
    .map(([name, bytes]) => `${said[name]} ${kilobytes(bytes)} of ${MOST[name] / 1000} kB`)
    .join(', ')}`,
);
const heavy = Object.keys(weights).filter((name) => weights[name] > MOST[name]);
if (heavy.length > 0) {
  console.error(`heavier than promised: ${heavy.map((name) => said[name]).join(', ')}`);
  process.exitCode = 1;
}
