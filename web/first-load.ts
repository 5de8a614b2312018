import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

/** What a first visit to the console may weigh, gzipped: entry, its imports, style, one language, Home. */
export const FIRST_LOAD_MAX_BYTES = 350_000;

/** Source paths, as they end, of what a first visit loads on demand besides the entry. */
const LOADED_WITH_HOME = ['/home/home-page.tsx', '/messages/zh-CN/console.ts'];

/** Adds up the gzipped bytes of every file that a first visit to Home loads. */
export function firstLoadBytes(bundle: Rollup.OutputBundle): number {
  const files = new Set<string>();
  const add = (fileName: string) => {
    const output = bundle[fileName];
    if (output === undefined || files.has(fileName)) return;
    files.add(fileName);
    if (output.type !== 'chunk') return;
    for (const imported of output.imports) add(imported);
    for (const style of output.viteMetadata?.importedCss ?? []) add(style);
  };
  for (const output of Object.values(bundle)) {
    const wanted =
      output.type === 'chunk'
        ? (output.isEntry && output.name !== 'service-worker') ||
          LOADED_WITH_HOME.some((path) => output.facadeModuleId?.endsWith(path))
        : output.fileName === 'index.html';
    if (wanted) add(output.fileName);
  }
  return [...files].reduce((sum, fileName) => sum + gzipSync(contentOf(bundle, fileName)).byteLength, 0);
}

function contentOf(bundle: Rollup.OutputBundle, fileName: string): string | Uint8Array {
  const output = bundle[fileName];
  if (output === undefined) return '';
  return output.type === 'chunk' ? output.code : output.source;
}

/** Prints the weight of a first visit at the end of each build. */
export function printFirstLoad(): Plugin {
  return {
    name: 'print-first-load',
    writeBundle(_options, bundle) {
      const kilobytes = (firstLoadBytes(bundle) / 1000).toFixed(1);
      this.info(`first load of the console: ${kilobytes} kB gzip (at most ${FIRST_LOAD_MAX_BYTES / 1000})`);
    },
  };
}
