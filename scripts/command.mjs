// `npm run deploy`, `migrate`, `audit`, `rebuild-projection`: a program of scripts/ by its name.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { giveUp, install, runProgram } from './bootstrap.mjs';
import { ROOT_FOLDER } from './runtime.mjs';

const [name, ...parameters] = process.argv.slice(2);
const program = join('scripts', `${name}.ts`);
if (!existsSync(join(ROOT_FOLDER, program))) giveUp(`There is no command ${name}.`);
await install();
await runProgram(program, parameters);
