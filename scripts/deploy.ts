import { parseArgs } from 'node:util';
import { buildWeb, runTool } from './local/build.ts';

/** `npm run deploy -- --root example.com [--mail-from 'Shop <mail@example.com>'] [--demo-shops mianyu,mutang] [--dry-run]` */
const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    'mail-from': { type: 'string' },
    'demo-shops': { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const root = values.root ?? (values['dry-run'] ? 'pointmall.example' : null);
if (!root) {
  console.error('Say which domain: npm run deploy -- --root example.com');
  process.exit(1);
}

await buildWeb();
// Routes are given here because in wrangler.toml they make a local run rewrite every host.
const routes = [`${root}/*`, `*.${root}/*`].flatMap((route) => ['--route', route]);
const variables = {
  ENVIRONMENT: 'production',
  ROOT_HOST: root,
  MAIL_FROM: values['mail-from'] ?? `Pointmall <mail@${root}>`,
  ...(values['demo-shops'] ? { DEMO_SHOPS: values['demo-shops'] } : {}),
};
const output = await runTool('wrangler/bin/wrangler.js', [
  'deploy',
  ...routes,
  ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ...(values['dry-run'] ? ['--dry-run'] : []),
]).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
console.log(output);
