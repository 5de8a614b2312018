import { DatabaseSync } from 'node:sqlite';

const AGAIN_AFTER_MS = 50;
const SQLITE_BUSY = 5;

/**
 * Runs `act` while no other process does the same under this lock file, waiting for its turn. The lock is
 * the operating system's, through SQLite: whoever dies has let go of it.
 */
export async function alone<Value>(lockFile: string, act: () => Promise<Value>): Promise<Value> {
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    while (!taken(lock)) await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    return await act();
  } finally {
    lock.close();
  }
}

function taken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (cause) {
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw cause;
  }
}
