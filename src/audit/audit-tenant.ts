import { checkAsks } from './checks/asks.ts';
import { checkAvailable } from './checks/available.ts';
import { checkCash } from './checks/cash.ts';
import { checkCashAtStripe } from './checks/cash-at-stripe.ts';
import { checkChains } from './checks/chains.ts';
import { checkEffects } from './checks/effects.ts';
import { checkGrants } from './checks/grants.ts';
import { checkLists } from './checks/lists.ts';
import { checkMemberDays } from './checks/member-days.ts';
import { checkProjection } from './checks/projection.ts';
import { checkRedemptions } from './checks/redemptions.ts';
import { checkSums } from './checks/sums.ts';
import { checkOwnership } from './checks/tenants.ts';
import { checkUnits } from './checks/units.ts';
import { checkVouchers } from './checks/vouchers.ts';
import type { Finding, TenantEvidence } from './evidence.ts';

/** Every check of one shop, in the order of the invariants. */
export function auditTenant(evidence: TenantEvidence): Finding[] {
  return [
    ...checkSums(evidence),
    ...checkAvailable(evidence),
    ...checkEffects(evidence),
    ...checkGrants(evidence),
    ...checkAsks(evidence),
    ...checkLists(evidence),
    ...checkProjection(evidence),
    ...checkMemberDays(evidence),
    ...checkUnits(evidence),
    ...checkRedemptions(evidence),
    ...checkVouchers(evidence),
    ...checkCash(evidence),
    ...checkCashAtStripe(evidence).findings,
    ...checkOwnership(evidence),
    ...checkChains(evidence),
  ];
}
