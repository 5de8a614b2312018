import { createHash } from 'node:crypto';
import { TypeID } from 'typeid-js';

/**
 * One key, one redemption: sent again after a lost answer, the same key names the same redemption, so
 * that nobody has to remember an id across the loss.
 */
export function redemptionIdOf(tenantId: string, memberId: string, key: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([tenantId, memberId, key]))
    .digest();
  return TypeID.fromUUIDBytes('rdm', new Uint8Array(digest.subarray(0, 16))).toString();
}
