import process from 'node:process';
import { parseArgs } from 'node:util';
import { allFindings } from '../src/audit/report.ts';
import { findReach } from './audit/reach.ts';
import { runAudit } from './audit/run-audit.ts';
import type { DemoTarget } from './demo/demo.ts';
import { enterConsole } from './demo/staff.ts';
import { listOf } from './import-trial/list-of.ts';
import { trialOf } from './import-trial/trial-of.ts';
import { readAddresses } from './local/addresses.ts';
import { localFetch } from './local/local-fetch.ts';

/**
 * Brings a list of many members into a new shop of a running Pointmall and takes it back, with the audit after
 * each; prints how long everything took. The list is made up, the same for the same figures.
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '10000' },
    wrong: { type: 'string', default: '300' },
    'wait-seconds': { type: 'string', default: '600' },
  },
});

const addresses = readAddresses();
const reach = findReach();
if (addresses === null || reach === null) {
  console.error('No Pointmall has run here: start one, or set STATE_DIR.');
  process.exit(2);
}
const rows = listOf({ members: Number(values.members), wrong: Number(values.wrong) });
const name = `import-${Date.now().toString(36)}`;
const target: DemoTarget = {
  rootHost: new URL(addresses.site).host,
  fetch: localFetch,
  inbox: async (to) =>
    (await localFetch(`${addresses.inbox}.json?to=${encodeURIComponent(to)}`)).json() as ReturnType<
      DemoTarget['inbox']
    >,
  hasStandIn: false,
  moveClock: async () => undefined,
  say: (line) => console.log(line),
};
const owner = await enterConsole(target, { name: 'Import trial', email: `${name}@import.example` });
const shop = {
  name,
  slug: name,
  industry: 'clothing',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  locale: 'zh-CN',
};
const { id: tenantId } = await owner.ask<{ id: string }>('/api/tenants', {
  json: shop,
  key: `${name}-tenant`,
});
const audit = async () => {
  const waitMs = Number(values['wait-seconds']) * 1_000;
  const audited = await runAudit(reach, { waitMs, only: tenantId });
  const { accounts = 0, rows: entries = 0 } = audited.tenants[0] ?? {};
  return { accounts, entries, findings: allFindings(audited).length };
};
const isClean = await trialOf({ owner, name, rows, audit, say: (line) => console.log(line) });
process.exitCode = isClean ? 0 : 1;
