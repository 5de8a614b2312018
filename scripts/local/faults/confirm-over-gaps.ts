import { PointsAccount as Account, RewardStock as Stock } from './unreliable-road.ts';

/**
 * A mutant of the Worker on the unreliable road: a confirmation counts whatever lies before it, so
 * that rows which never arrived are taken for projected. A check that lets it pass checks nothing.
 */

export { default } from './unreliable-road.ts';

export class PointsAccount extends Account {
  override confirmProjected(...[address, range]: Parameters<Account['confirmProjected']>) {
    return super.confirmProjected(address, { ...range, fromSeq: 1 });
  }
}

export class RewardStock extends Stock {
  override confirmProjected(...[address, range]: Parameters<Stock['confirmProjected']>) {
    return super.confirmProjected(address, { ...range, fromSeq: 1 });
  }
}
