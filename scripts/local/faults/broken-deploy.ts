import { DurableObject } from 'cloudflare:workers';

/**
 * A deploy that went wrong: the Worker answers, but no object of it can be constructed. Given to
 * `npm start` as WORKER_ENTRY.
 */

export { default } from '../../../src/index.ts';

class Broken extends DurableObject {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    throw new Error('a broken deploy');
  }
}

export class PointsAccount extends Broken {}
export class RewardStock extends Broken {}
