/** The package of one PHP version carries no types; its loader is described by the one that runs it. */
declare module '@php-wasm/node-8-4' {
  export function getPHPLoaderModule(): Promise<import('@php-wasm/universal').PHPLoaderModule>;
}
