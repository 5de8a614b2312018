// `npm run test:lighthouse`. See scripts/README.md.
import process from 'node:process';
import { install, runProgram } from './bootstrap.mjs';

await install();
await runProgram('scripts/run-lighthouse.ts', process.argv.slice(2));
