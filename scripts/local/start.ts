import { readSettings, refuseTakenPort } from './settings.ts';
import { StartError } from './start-error.ts';
import { StateFolder } from './state-folder.ts';

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  await refuseTakenPort(settings.port);
  const state = new StateFolder(settings.stateFolder);
  state.take();
  if (settings.reset) state.reset();
  // Loaded only now: what can be refused is refused before wrangler and the database are read in.
  const { run } = await import('./run.ts');
  await run(settings, state);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
