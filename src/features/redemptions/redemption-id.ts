import { keyedId } from '../../lib/ids.ts';

/** One key, one redemption. */
export function redemptionIdOf(tenantId: string, memberId: string, key: string): string {
  return keyedId('rdm', [tenantId, memberId, key]);
}
