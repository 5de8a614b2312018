import { DurableObject } from 'cloudflare:workers';

/** A deploy that went wrong: the Worker answers, but no object of it can be constructed. */

export { default } from '../../../src/index.ts';

export class PointsAccount extends DurableObject {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    throw new Error('a broken deploy');
  }
}

export class RewardStock extends DurableObject {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    throw new Error('a broken deploy');
  }
}
