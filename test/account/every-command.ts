import type { Outcome } from '../../src/domain/outcome.ts';
import {
  done,
  earn,
  newKey,
  type OpenedAccount,
  openAccount,
  openReward,
  order,
  programme,
  redeem,
  STAFF,
  ZONE,
} from './world.ts';

export type Reward = Awaited<ReturnType<typeof openReward>>;
export type World = OpenedAccount & { reward: Reward; redemptionId: string };

/** An account with 1,000 points, a confirmed redemption of 60, and one purchase `o1` of ¥100. */
export async function world(): Promise<World> {
  const shop = await openAccount();
  await earn(shop, { orderId: 'o1' });
  done(
    await shop.account.adjust({ ...staff(), points: 900, reason: 'opening', note: null, expiresAtMs: null }),
  );
  const reward = await openReward(shop.tenantId, 5);
  const { redemptionId } = done(await redeem(shop, [reward.line()]));
  return { ...shop, reward, redemptionId };
}

export const staff = (key = newKey()) => ({ key, actor: STAFF });
export const seqOf = async ({ account }: World) => done(await account.overview()).seq;

export type Call = (world: World, key: string) => Promise<Outcome<unknown>>;
const anOrder = order({ orderId: 'o2' });
export const report = { programme: programme(), timeZone: ZONE };
export const refundOf = (refundId: string, amountMinor = 5_000, lineId = 'l1') => ({
  channel: 'shop',
  orderId: 'o1',
  refundId,
  lines: [{ lineId, amountMinor }],
});

const imported = { points: 300, occurredAtMs: 1_700_000_000_000, availableAtMs: null, expiresAtMs: null };
const paperCard = { ...imported, lineId: '1', movement: 'balance', note: '纸卡 0117' } as const;
const spentOnPaper = { ...imported, lineId: '2', movement: 'redeemed', points: 20, note: null } as const;

export const commands: [string, Call][] = [
  ['earnOrder', ({ account }, key) => account.earnOrder({ ...staff(key), ...report, order: anOrder })],
  ['refundOrder', ({ account }, key) => account.refundOrder({ ...staff(key), ...refundOf('r1') })],
  [
    'adjust',
    ({ account }, key) =>
      account.adjust({ ...staff(key), points: -7, reason: 'correction', note: 'by hand', expiresAtMs: null }),
  ],
  [
    'importHistory',
    ({ account }, key) =>
      account.importHistory({ ...staff(key), batchId: 'cards', lines: [paperCard, spentOnPaper] }),
  ],
  ['redeem', (shop, key) => redeem(shop, [shop.reward.line()], key)],
  [
    'cancelRedemption',
    ({ account, redemptionId }, key) =>
      account.cancelRedemption({ ...staff(key), redemptionId, reason: 'changed my mind' }),
  ],
  [
    'startFulfilment',
    ({ account, redemptionId }, key) => account.startFulfilment({ ...staff(key), redemptionId }),
  ],
  [
    'ship',
    ({ account, redemptionId }, key) =>
      account.ship({ ...staff(key), redemptionId, carrier: 'SF', trackingNumber: '1' }),
  ],
  ['handOver', ({ account, redemptionId }, key) => account.handOver({ ...staff(key), redemptionId })],
  [
    'freeze',
    ({ account }, key) =>
      account.freeze({ ...staff(key), freezes: true, reason: 'lost_phone', note: '林夕来电' }),
  ],
  ['endSessions', ({ account }, key) => account.endSessions(staff(key))],
  [
    'eraseDetails',
    async ({ account, redemptionId }, key) => {
      await account.handOver({ ...staff('handed'), redemptionId });
      return account.eraseDetails(staff(key));
    },
  ],
  [
    'reverseImport',
    async ({ account }, key) => {
      await account.importHistory({ ...staff('cards'), batchId: 'cards', lines: [paperCard, spentOnPaper] });
      return account.reverseImport({ ...staff(key), batchId: 'cards', clawback: 'owe' });
    },
  ],
];
