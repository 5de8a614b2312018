import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { printFirstLoad } from './first-load.ts';

/**
 * Builds the console into web/dist/console. The Worker serves `/assets/*` of the console host from
 * there and index.html for every other path that is not an API.
 */
export default defineConfig({
  root: join(import.meta.dirname, 'console'),
  base: '/',
  publicDir: false,
  plugins: [react(), printFirstLoad()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: 'manifest.json',
    // The policy allows no data: scripts or fonts, and the polyfill would be a script of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
    // Parts of jspdf for pages and drawings, which a sheet has no use for: never asked for at run time.
    rolldownOptions: {
      external: ['canvg', 'dompurify', 'html2canvas'],
      input: [
        join(import.meta.dirname, 'console', 'index.html'),
        join(import.meta.dirname, 'console', 'service-worker.ts'),
      ],
      // A service worker keeps its name, and stands where everything below it is its own.
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
