import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { ROOT_FOLDER } from '../support/source-tree.ts';
import { watchedRouter } from './watched-router.ts';

/** What the console's build consists of, by file name; without a folder nothing is written. In development tests reach its router. */
export async function buildConsole(
  environment: 'production' | 'development',
  outDir?: string,
): Promise<Rollup.OutputBundle> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = environment;
  const configFile = join(ROOT_FOLDER, 'web', 'vite.config.ts');
  const built = await build({
    configFile,
    logLevel: 'warn',
    plugins: environment === 'development' ? [watchedRouter()] : [],
    build: outDir ? { outDir } : { write: false },
  });
  process.env.NODE_ENV = before;
  const [first] = [built].flat() as Rollup.RollupOutput[];
  return Object.fromEntries(first?.output.map((file) => [file.fileName, file]) ?? []);
}
