// Writes what `@neondatabase/serverless` is in the Worker's bundle ([alias] in wrangler.toml): the library itself
// without its client over WebSockets, which this product never opens. 35 kB compressed.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT_FOLDER } from './runtime.mjs';

const LIBRARY = join(ROOT_FOLDER, 'node_modules', '@neondatabase', 'serverless');
const LIGHT = join(ROOT_FOLDER, 'node_modules', '.pointmall', 'neon.mjs');
/** The library comes as one minified file: the marks below are read off this version of it. */
const KNOWN_VERSION = '1.2.0';

/** Modules that a query over HTTP never enters, or that the runtime has itself: by what each holds, what stands for it. */
const REPLACED_MODULES = [
  [/([\w$]+)=T\([\w$]+=>\{(?:(?!=T\(|=V\()[\s\S])*?\.kMaxLength=/, '()=>({})'],
  [/([\w$]+)=V\(\(\)=>\{(?:(?!=T\(|=V\()[\s\S])*?hashByteArray/, '()=>{}'],
  [/([\w$]+)=T\(\([\w$]+,[\w$]+\)=>\{(?:(?!=T\(|=V\()[\s\S])*?"ReflectOwnKeys"/, '()=>nodeEvents'],
];

const { version } = JSON.parse(readFileSync(join(LIBRARY, 'package.json'), 'utf8'));
if (version !== KNOWN_VERSION)
  throw new Error(`scripts/lighten-neon.mjs knows ${KNOWN_VERSION} of the library, not ${version}`);

const found = (text, mark) => {
  const match = mark.exec(text);
  if (match === null) throw new Error(`The library holds nothing like ${mark}`);
  return match;
};

const whole = readFileSync(join(LIBRARY, 'index.mjs'), 'utf8').replaceAll('\\\n', '');
const [, neon] = found(whole, /([\w$]+) as neon\b/);
const [, neonConfig] = found(whole, /([\w$]+) as neonConfig\b/);
const [, NeonDbError] = found(whole, /([\w$]+) as NeonDbError\b/);
const [, typesModule] = found(whole, /([\w$]+)=T\([\w$]+=>\{h\(\);(?:(?!=T\(|=V\()[\s\S])*?\.builtins=/);
const { index: clientAt } = found(
  whole,
  /var [\w$]+=we\([\w$]+\(\)\);var ([\w$]+)=class \1 extends [\w$]+\.Client\{/,
);

/** A call that only gives a function back its name, as the value that it gives back. */
const withoutNames = (text) => text.replace(/\ba\(([\w$]+),\s*"[^"]*"\)/g, '$1');
/** Wrapped modules and imports, marked as what may be left out where nobody asks for them. */
const withPureCalls = (text) =>
  text
    .replace(/=we\(([\w$]+)\(\)\)/g, '=/* @__PURE__ */we(/* @__PURE__ */$1())')
    .replace(/=([TV])\(/g, '=/* @__PURE__ */$1(');

const replaced = REPLACED_MODULES.reduce(
  (text, [mark, standIn]) => {
    const { index, 1: name, 0: matched } = found(text, mark);
    return `${text.slice(0, index)}${name}=${standIn},unused_${matched}${text.slice(index + matched.length)}`;
  },
  whole.slice(0, clientAt),
);

mkdirSync(dirname(LIGHT), { recursive: true });
await build({
  stdin: {
    contents: `import nodeEvents from 'node:events';
${withPureCalls(withoutNames(replaced))};
const types = we(${typesModule}());
export { ${neon} as neon, ${neonConfig} as neonConfig, ${NeonDbError} as NeonDbError, types };`,
    resolveDir: LIBRARY,
  },
  outfile: LIGHT,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  external: ['node:*'],
  logLevel: 'error',
});
