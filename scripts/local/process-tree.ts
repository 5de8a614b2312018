import { execFileSync } from 'node:child_process';

type ProcessRow = { pid: number; parent: number; command: string };

function processes(): ProcessRow[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const listed = pid && parent && command && !command.startsWith('ps ');
    return listed ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

/** Every process below `pid`, the nearest first. */
export function descendantsOf(pid: number): number[] {
  const all = processes();
  const found: number[] = [];
  const waiting = [pid];
  for (let parent = waiting.shift(); parent !== undefined; parent = waiting.shift()) {
    const children = all.filter((row) => row.parent === parent).map((row) => row.pid);
    found.push(...children);
    waiting.push(...children);
  }
  return found;
}

/** Whether `pid` still runs a program whose command line holds `word`: a number may have been used again. */
export function isRunning(pid: number, word: string): boolean {
  return processes().some((row) => row.pid === pid && row.command.includes(word));
}

/** Ends a process at once; one that has ended already is fine. */
export function killAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
