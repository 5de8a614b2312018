import type { AccountClient } from '../context.ts';
import { callObject } from '../object/object-client.ts';
import type { AccountApi } from './contract.ts';

/** The points accounts of one tenant, called by member; faults that retrying does not cure are AppError `unavailable`. */
export function accountClient(setup: {
  namespace: DurableObjectNamespace;
  tenantId: string;
  region: string | null;
}): AccountClient {
  const { tenantId } = setup;
  return {
    of(memberId) {
      const address = { tenantId, memberId };
      const call = <Answer>(ask: (account: AccountApi) => Promise<Answer>): Promise<Answer> =>
        callObject<AccountApi, Answer>({ ...setup, objectId: memberId }, ask);
      return {
        open: (command) => call((account) => account.open({ ...command, address })),
        earnOrder: (command) => call((account) => account.earnOrder({ ...command, address })),
        refundOrder: (command) => call((account) => account.refundOrder({ ...command, address })),
        adjust: (command) => call((account) => account.adjust({ ...command, address })),
        freeze: (command) => call((account) => account.freeze({ ...command, address })),
        importHistory: (command) => call((account) => account.importHistory({ ...command, address })),
        reverseImport: (command) => call((account) => account.reverseImport({ ...command, address })),
        redeem: (command) => call((account) => account.redeem({ ...command, address })),
        cancelRedemption: (command) => call((account) => account.cancelRedemption({ ...command, address })),
        answerCancelRequest: (command) =>
          call((account) => account.answerCancelRequest({ ...command, address })),
        startFulfilment: (command) => call((account) => account.startFulfilment({ ...command, address })),
        markReady: (command) => call((account) => account.markReady({ ...command, address })),
        ship: (command) => call((account) => account.ship({ ...command, address })),
        correctParcel: (command) => call((account) => account.correctParcel({ ...command, address })),
        handOver: (command) => call((account) => account.handOver({ ...command, address })),
        markReceived: (command) => call((account) => account.markReceived({ ...command, address })),
        takeVoucher: (command) => call((account) => account.takeVoucher({ ...command, address })),
        settlePayment: (command) => call((account) => account.settlePayment({ ...command, address })),
        confirmCounterPayment: (command) =>
          call((account) => account.confirmCounterPayment({ ...command, address })),
        refundPayment: (command) => call((account) => account.refundPayment({ ...command, address })),
        retryRefund: (command) => call((account) => account.retryRefund({ ...command, address })),
        confirmPaidOutside: (command) =>
          call((account) => account.confirmPaidOutside({ ...command, address })),
        confirmCounterRefund: (command) =>
          call((account) => account.confirmCounterRefund({ ...command, address })),
        endSessions: (command) => call((account) => account.endSessions({ ...command, address })),
        eraseDetails: (command) => call((account) => account.eraseDetails({ ...command, address })),
        overview: () => call((account) => account.overview(address)),
        listEntries: (page) => call((account) => account.listEntries(address, page)),
        sumEntries: (spans) => call((account) => account.sumEntries(address, spans)),
        getOrder: (channel, orderId) => call((account) => account.getOrder(address, channel, orderId)),
        listRedemptions: (page) => call((account) => account.listRedemptions(address, page)),
        getRedemption: (redemptionId) => call((account) => account.getRedemption(address, redemptionId)),
        quoteRefund: (refund) => call((account) => account.quoteRefund(address, refund)),
        confirmProjected: (range) => call((account) => account.confirmProjected(address, range)),
        touch: () => call((account) => account.touch(address)),
        exportJournal: (page) => call((account) => account.exportJournal(address, page)),
        exportState: (page) => call((account) => account.exportState(address, page)),
      };
    },
  };
}
