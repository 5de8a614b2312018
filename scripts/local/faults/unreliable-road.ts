import type { JournalMessage } from '../../../src/domain/journal.ts';
import worker, { PointsAccount as Account, RewardStock as Stock } from '../../../src/index.ts';

/**
 * The Worker with a queue that loses a fifth of the messages, delivers a fifth twice and lets a
 * fifth be overtaken. Given to `npm start` as WORKER_ENTRY, with ROAD_SEED among WORKER_VARIABLES.
 */

const SHARE = 0.2;
/** Long enough for rows written later to arrive before. */
const OVERTAKEN_BY_SECONDS = 2;

type RoadEnv = Env & { ROAD_SEED: string };

const figures = { sent: 0, lost: 0, doubled: 0, overtaken: 0 };
let state: number | null = null;

/** The next number in [0, 1) of the seed, for the whole Worker (mulberry32). */
function draw(seed: string): number {
  state = ((state ?? Number(seed)) + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

function unreliable(env: Env): Env {
  const { JOURNAL_QUEUE: queue, ROAD_SEED: seed } = env as RoadEnv;
  const send = async (message: JournalMessage) => {
    const fate = draw(seed);
    figures.sent += 1;
    if (fate < SHARE) {
      figures.lost += 1;
    } else if (fate < 2 * SHARE) {
      figures.doubled += 1;
      await queue.send(message);
      await queue.send(message);
    } else if (fate < 3 * SHARE) {
      figures.overtaken += 1;
      await queue.send(message, { delaySeconds: OVERTAKEN_BY_SECONDS });
    } else {
      await queue.send(message);
    }
  };
  return Object.create(env, { JOURNAL_QUEUE: { value: { send } } });
}

export class PointsAccount extends Account {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, unreliable(env));
  }
}

export class RewardStock extends Stock {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, unreliable(env));
  }
}

export default {
  ...worker,
  async fetch(request, env, executionContext) {
    if (new URL(request.url).pathname === '/__local/road') return Response.json(figures);
    return worker.fetch(request, env, executionContext);
  },
} satisfies ExportedHandler<Env, JournalMessage>;
