import { clock } from '../lib/clock.ts';
import type { ObjectBindings } from './objects.ts';
import { type SweepFigures, touchSlice } from './sweep.ts';

export type DeployBindings = ObjectBindings & { EDGE: KVNamespace; VERSION: WorkerVersionMetadata };

const SLICES = 24;
/** A run that takes longer goes on a minute later, where it stopped. */
const RUN_MS_MAX = 20_000;
/** Whatever cannot be touched so often is left to the day's own touch. */
const ATTEMPTS_MAX = 10;
const PROGRESS_KEY = 'touched-after-deploy';

type Progress = { version: string; slice: number; attempts: number };

/**
 * Touches every registered object once after each deploy, as far as one run gets. A deploy that could
 * not construct its objects has lost alarms, and only those of an object's own work are in the
 * registry: rows that wait to be sent are known to nobody else. Called every minute.
 */
export async function touchAfterDeploy(env: DeployBindings): Promise<SweepFigures> {
  const version = env.VERSION.id;
  const known = await env.EDGE.get<Progress>(PROGRESS_KEY, 'json');
  const total: SweepFigures = { found: 0, touched: 0, failed: 0 };
  let progress = known?.version === version ? known : { version, slice: 0, attempts: 0 };
  if (progress.slice >= SLICES) return total;
  const untilMs = clock.nowMs() + RUN_MS_MAX;
  while (progress.slice < SLICES && clock.nowMs() < untilMs) {
    const figures = await touchSlice(env, { slice: progress.slice, slices: SLICES });
    total.found += figures.found;
    total.touched += figures.touched;
    total.failed += figures.failed;
    const attempts = progress.attempts + 1;
    const again = figures.failed > 0 && attempts < ATTEMPTS_MAX;
    progress = again ? { ...progress, attempts } : { version, slice: progress.slice + 1, attempts: 0 };
    if (again) break;
  }
  await env.EDGE.put(PROGRESS_KEY, JSON.stringify(progress));
  return total;
}
