import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT_FOLDER } from './build.ts';

/** How programs reach a running local Pointmall: addresses.json in its state folder. */
export type Addresses = {
  site: string;
  console: string;
  api: string;
  inbox: string;
  /** The local services; `/sql` is Neon's protocol. */
  services: string;
  /** The stand-in for Stripe, its pages and its knobs; null where real keys are used. */
  stripe: string | null;
  /** The stand-in's own key; real ones are kept nowhere. */
  stripeSecretKey: string | null;
  internalToken: string;
  databaseOwnerUrl: string;
};

/** The addresses of the Pointmall that runs on STATE_DIR, or null when none has run there. */
export function readAddresses(stateFolder = process.env.STATE_DIR || join(ROOT_FOLDER, '.state')) {
  const path = join(stateFolder, 'addresses.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Addresses) : null;
}
