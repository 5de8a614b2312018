// `npm start`: everything the edge provides, on one machine. See scripts/README.md.
import process from 'node:process';
import { install, runProgram } from './bootstrap.mjs';

await install();
await runProgram('scripts/local/start.ts', process.argv.slice(2), { INSTALLED_AT_MS: String(Date.now()) });
