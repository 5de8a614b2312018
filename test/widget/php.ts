import { getPHPLoaderModule } from '@php-wasm/node-8-4';
import { loadPHPRuntime, PHP } from '@php-wasm/universal';

/** What a PHP program prints, run by PHP itself with these variables in its environment. */
export async function runPhp(code: string, environment: Record<string, string>): Promise<string> {
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule(), { ENV: environment }));
  try {
    const { text, errors, exitCode } = await php.run({ code });
    if (exitCode !== 0) throw new Error(`PHP ended with ${exitCode}: ${text}${errors}`);
    return text;
  } finally {
    php.exit();
  }
}
