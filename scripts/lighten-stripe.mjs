// Writes what `stripe` is in the Worker's bundle ([alias] in wrangler.toml): the library itself, of whose 200 kinds
// of objects only those stay that this product asks for; the others say so when they are asked. 11 kB compressed.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT_FOLDER } from './runtime.mjs';

/** Of Stripe's objects, those whose calls are uploaded. */
export const KEPT_OBJECTS = [
  'Accounts',
  'AccountLinks',
  'Charges',
  'Checkout/Sessions',
  'Checkout/index',
  'Disputes',
  'Events',
  'PaymentIntents',
  'Refunds',
];

const LIBRARY = join(ROOT_FOLDER, 'node_modules', 'stripe', 'esm');
const LIGHT = join(ROOT_FOLDER, 'node_modules', '.pointmall', 'stripe.mjs');

/** A class that can be made, as the library makes one of each, and answers nothing. */
const silenced = (name) => `export class ${name} {
  constructor() {
    return new Proxy(this, {
      get() { throw new Error('${name} is not uploaded: see KEPT_OBJECTS in scripts/lighten-stripe.mjs'); },
    });
  }
}`;

const onlyKept = {
  name: 'only-kept',
  setup(builder) {
    builder.onLoad(
      { filter: /[\\/]stripe[\\/]esm[\\/](resources[\\/].+|StripeEventNotificationHandler)\.js$/ },
      (asked) => {
        const path = asked.path.replaceAll('\\', '/');
        if (KEPT_OBJECTS.some((name) => path.endsWith(`/resources/${name}.js`))) return undefined;
        const names = [...readFileSync(asked.path, 'utf8').matchAll(/^export class (\w+)/gm)];
        return { contents: names.map(([, name]) => silenced(name)).join('\n'), loader: 'js' };
      },
    );
  },
};

mkdirSync(dirname(LIGHT), { recursive: true });
await build({
  entryPoints: [join(LIBRARY, 'stripe.esm.worker.js')],
  outfile: LIGHT,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  external: ['node:*'],
  logLevel: 'error',
  plugins: [onlyKept],
});
