import type { Json } from '../domain/journal.ts';
import { purchaseKey, viewOfPurchase } from '../domain/ledger/purchase.ts';
import { refundKey } from '../domain/ledger/refund-order.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import { redemptionKey } from '../domain/redemption/redeem.ts';
import { viewOfRedemption } from '../domain/redemption/redemption.ts';
import { type ExportPart, type ExportRequest, fillExportPage } from '../object/export-page.ts';
import { naturalKeysAfter, transportKeysAfter } from '../object/keys.ts';
import type { AccountDesk } from './account-desk.ts';
import type { AccountExport } from './contract.ts';

type ExportFrame = Pick<AccountExport, 'address' | 'nowMs' | 'alarmAtMs' | 'dueAtMs'>;
type Part = ExportPart<AccountExport>;

/** A page of everything that the account holds, as written; what of the balances depends on time is by the clock. */
export function exportState(
  desk: AccountDesk,
  frame: ExportFrame,
  request: ExportRequest,
  nowMs: number,
): Outcome<AccountExport> {
  const lists = { lots: [], holds: [], redemptions: [], orders: [], naturalKeys: [], transportKeys: [] };
  const head = { ...frame, ...desk.opened.exportHead(), balances: desk.balancesAt(nowMs) };
  const state: AccountExport = { ...head, ...lists, nextCursor: null };
  const parts = [
    lotsOf(desk),
    purchasesOf(desk),
    redemptionsOf(desk),
    transportKeysOf(desk),
    claimedKeysOf(desk),
  ];
  const nextCursor = fillExportPage(state, parts, request);
  if (nextCursor === undefined)
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  return { ok: true, value: { ...state, nextCursor }, replayed: false, seq: state.headSeq };
}

const lotsOf =
  ({ ledgers }: AccountDesk): Part =>
  (after, limit) =>
    ledgers.lotsAfter(Number(after ?? 0), limit).map(({ lotId, ...lot }) => ({
      key: lotId,
      adds: { lots: [{ lotId, originSeq: lotId, ...lot }] },
    }));

const purchasesOf =
  ({ records }: AccountDesk): Part =>
  (after, limit) =>
    records.purchasesAfter(pairOf(after), limit).map((purchase) => {
      const { channel, orderId, firstSeq, seq, refunds } = purchase;
      return {
        key: [channel, orderId],
        adds: {
          orders: [{ ...viewOfPurchase(purchase), seq }],
          naturalKeys: [
            { naturalKey: purchaseKey(channel, orderId), seq: firstSeq },
            ...refunds.map((refund) => ({
              naturalKey: refundKey(channel, orderId, refund.refundId),
              seq: refund.seq,
            })),
          ],
        },
      };
    });

const redemptionsOf =
  ({ redemptions }: AccountDesk): Part =>
  (after, limit) =>
    redemptions.page(after === null ? null : Number(after), limit).map((redemption) => {
      const { redemptionId, points, hold, createdSeq } = redemption;
      const { state, allocations } = hold;
      return {
        key: createdSeq,
        adds: {
          holds: [{ holdId: redemptionId, redemptionId, state, points, allocations }],
          redemptions: [viewOfRedemption(redemption)],
          naturalKeys: [{ naturalKey: redemptionKey(redemptionId), seq: createdSeq }],
        },
      };
    });

const transportKeysOf =
  ({ database }: AccountDesk): Part =>
  (after, limit) =>
    transportKeysAfter(database, String(after ?? ''), limit).map((kept) => ({
      key: kept.key,
      adds: { transportKeys: [kept] },
    }));

/** Natural keys with no row of their own beside the journal's. */
const claimedKeysOf =
  ({ database }: AccountDesk): Part =>
  (after, limit) =>
    naturalKeysAfter(database, String(after ?? ''), limit).map((claimed) => ({
      key: claimed.naturalKey,
      adds: { naturalKeys: [claimed] },
    }));

/** No name is empty, so a pair of empty ones stands before all. */
function pairOf(after: Json): [string, string] {
  const [first, second] = Array.isArray(after) ? after : ['', ''];
  return [String(first), String(second)];
}
