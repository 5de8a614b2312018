// `npm test` and `npm run test:faults`. See scripts/README.md.
import process from 'node:process';
import { install, runProgram } from './bootstrap.mjs';

await install();
await runProgram('scripts/run-tests.ts', process.argv.slice(2));
