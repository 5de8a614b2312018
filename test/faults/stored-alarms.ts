import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const CLASSES = ['PointsAccount', 'RewardStock'];

/**
 * Drops the alarms of a stopped server's objects, as the runtime does with one that failed too often:
 * nothing rings any more, and nobody is told. Answers how many there still were.
 */
export function dropAlarms(stateFolder: string): number {
  let dropped = 0;
  for (const name of CLASSES) {
    const path = join(stateFolder, 'edge', 'do', `-${name}`, 'metadata.sqlite');
    if (!existsSync(path)) throw new Error(`the runtime keeps no alarms in ${path}`);
    const database = new DatabaseSync(path);
    dropped += Number(database.prepare('delete from _cf_ALARM').run().changes);
    database.close();
  }
  return dropped;
}
