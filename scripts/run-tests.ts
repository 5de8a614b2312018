import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasBrowser } from '../test/support/browser.ts';
import { hasPostgres } from '../test/support/postgres.ts';
import { ROOT_FOLDER, toolEnvironment } from './runtime.mjs';

// `--faults` alone runs what needs kills, outages and real time.
// Those of one row run beside each other: what waits for a disk or a page leaves half of a core to the others.
const ROWS = [['domain'], ['workerd', 'db'], ['http', 'browser', 'apart']];
const FAULT_ROWS = [['faults']];
const OUTPUT_FOLDER = join(ROOT_FOLDER, 'test-output');
/** What the browser flows asked of a person, a line each; see test/support/flow-budget.ts. */
const BUDGETS_FILE = join(OUTPUT_FOLDER, 'budgets.txt');

type Result = { project: string; seconds: number; passed: number; failed: number };
type Report = { numPassedTests: number; numFailedTests: number };

/** Runs one project to its end; its report is read back for the counts. */
function runProject(project: string, passedOn: string[]): Promise<Result> {
  const report = join(OUTPUT_FOLDER, `${project}.json`);
  rmSync(report, { force: true });
  const startedMs = performance.now();
  const parameters = [
    join(ROOT_FOLDER, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--project', project, '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...passedOn,
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, {
      cwd: ROOT_FOLDER,
      env: toolEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => {
      const counted = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null;
      resolve({
        project,
        seconds: (performance.now() - startedMs) / 1000,
        passed: counted?.numPassedTests ?? 0,
        // A project that fell over before it could count has failed all the same.
        failed: Math.max(counted?.numFailedTests ?? 0, code === 0 ? 0 : 1),
      });
    });
  });
}

/** What this machine cannot run: in CI each is a failure, elsewhere it is named. */
async function partsLeftOut(): Promise<{ part: string; projects: string[]; because: string }[]> {
  const left = [];
  if (!(await hasBrowser())) {
    left.push({
      part: 'browser',
      projects: ['browser', 'apart'],
      because: 'no browser for this platform: set CHROMIUM_PATH',
    });
  }
  if (!hasPostgres()) {
    left.push({
      part: 'PostgreSQL',
      projects: [],
      because: 'none for this platform: PGlite alone was tested',
    });
  }
  return left;
}

const parameters = process.argv.slice(2);
const faults = parameters.includes('--faults');
const passedOn = parameters.filter((parameter) => parameter !== '--faults');
const leftOut = await partsLeftOut();
mkdirSync(OUTPUT_FOLDER, { recursive: true });
rmSync(BUDGETS_FILE, { force: true });

const results: Result[] = [];
const startedMs = performance.now();
const isLeftOut = (project: string) => leftOut.some((part) => part.projects.includes(project));
for (const row of faults ? FAULT_ROWS : ROWS) {
  const projects = row.filter((project) => !isLeftOut(project));
  results.push(...(await Promise.all(projects.map((project) => runProject(project, passedOn)))));
}
const seconds = (performance.now() - startedMs) / 1000;

const sum = (count: (result: Result) => number) =>
  results.reduce((total, result) => total + count(result), 0);
const passed = sum((result) => result.passed);
const failed = sum((result) => result.failed) + (process.env.CI === 'true' ? leftOut.length : 0);
if (existsSync(BUDGETS_FILE)) process.stdout.write(`\n${readFileSync(BUDGETS_FILE, 'utf8')}\n`);
for (const result of results) {
  const { project } = result;
  console.log(
    `${project}: ${result.passed} passed, ${result.failed} failed in ${result.seconds.toFixed(1)} s`,
  );
}
for (const { part, because } of leftOut) console.log(`left out: ${part}, ${because}`);
console.log(`${passed} passed, ${failed} failed in ${seconds.toFixed(0)} s`);
// .ci/run adds up several runs.
if (process.env.TEST_TALLY) appendFileSync(process.env.TEST_TALLY, `${passed} ${failed}\n`);
process.exitCode = failed === 0 ? 0 : 1;
