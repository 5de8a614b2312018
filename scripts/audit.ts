import process from 'node:process';
import { parseArgs } from 'node:util';
import { allFindings, reportText, summaryOf } from '../src/audit/report.ts';
import { findReach, publishAudit, publishShopAudits } from './audit/reach.ts';
import { runAudit } from './audit/run-audit.ts';

const SECONDS_MS = 1_000;
/** The exit code of an audit that could not be made; 1 is for books that do not add up. */
const NOT_AUDITED = 2;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    tenant: { type: 'string' },
    publish: { type: 'boolean', default: false },
    'wait-seconds': { type: 'string', default: '30' },
  },
});

const reach = findReach();
if (reach === null) {
  console.error('No Pointmall has run here: start one, or set CONSOLE_URL, INTERNAL_TOKEN and DATABASE_URL.');
  process.exit(NOT_AUDITED);
}
try {
  const waitMs = Number(values['wait-seconds']) * SECONDS_MS;
  const audit = await runAudit(reach, { waitMs, only: values.tenant ?? null });
  console.log(values.json ? JSON.stringify(audit, null, 2) : reportText(audit));
  // Good or bad: each shop's Home tells what was found last, and the product's own page where all were audited.
  if (values.publish) await publishShopAudits(reach, audit, Date.now());
  if (values.publish && values.tenant === undefined) await publishAudit(reach, summaryOf(audit, Date.now()));
  process.exitCode = allFindings(audit).length === 0 ? 0 : 1;
} catch (failure) {
  console.error(
    `The audit could not be made: ${failure instanceof Error ? failure.message : String(failure)}`,
  );
  process.exitCode = NOT_AUDITED;
}
