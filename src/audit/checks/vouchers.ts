import type { RedemptionView } from '../../account/contract.ts';
import { Findings } from '../compare.ts';
import { accountsOf, type Finding, nameOf, type TenantEvidence } from '../evidence.ts';

/**
 * I6 for vouchers: one that was used was issued once, and used once; a code names one redemption, in the
 * books and in the list by which it is looked up.
 */
export function checkVouchers(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I6');
  const registered = new Map(evidence.voucherCodes.map((row) => [row.code, row]));
  const shownBy = new Map<string, string>();
  for (const account of accountsOf(evidence)) {
    const object = nameOf(evidence.tenantId, account);
    for (const redemption of account.state.redemptions) {
      const { redemptionId, memberId, voucher } = redemption;
      checkStory(findings, object, redemption);
      if (voucher === undefined) continue;
      const what = `voucher of redemption ${redemptionId}`;
      const row = registered.get(voucher.code);
      findings.expect(
        object,
        `${what}: whose its code is`,
        [memberId, redemptionId],
        row && [row.memberId, row.redemptionId],
      );
      findings.expect(
        object,
        `${what}: redemptions with its code`,
        redemptionId,
        shownBy.get(voucher.code) ?? redemptionId,
      );
      shownBy.set(voucher.code, redemptionId);
    }
  }
  return findings.all;
}

/** How often each state of a voucher's story was entered, and whether the voucher says the same. */
function checkStory(findings: Findings, object: string, redemption: RedemptionView): void {
  const { redemptionId, timeline, voucher } = redemption;
  const entered = (state: RedemptionView['state']) => timeline.filter((step) => step.state === state).length;
  const what = `voucher of redemption ${redemptionId}`;
  const used = voucher !== undefined && voucher.usedAtMs !== null;
  findings.expect(object, `${what}: issued`, voucher === undefined ? 0 : 1, entered('issued'));
  findings.expect(object, `${what}: used`, used ? 1 : 0, entered('used'));
  const ends = entered('used') + entered('expired') + entered('cancelled');
  if (ends > 1) findings.expect(object, `${what}: ended once`, 1, ends);
}
