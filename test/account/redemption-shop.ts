import { runDurableObjectAlarm } from 'cloudflare:test';
import { expect } from 'vitest';
import { findChainBreak } from '../../src/domain/chain.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { done, earn, newKey, type OpenedAccount, openAccount, openReward } from './world.ts';

export type Reward = Awaited<ReturnType<typeof openReward>>;
export type Shop = OpenedAccount & { first: Reward; second: Reward };
export const MINUTE_MS = 60_000;

/** A member with 100 points, and two rewards of 30; the second may be sold out. */
export async function openShop(secondUnits = 5): Promise<Shop> {
  const account = await openAccount();
  await earn(account);
  const first = await openReward(account.tenantId, 5, 30);
  const second = await openReward(account.tenantId, secondUnits, 30);
  return { ...account, first, second };
}

export const both = ({ first, second }: Shop) => [first.line({ lineId: 'a' }), second.line({ lineId: 'b' })];

/** Lets the alarm find what is unfinished, a minute later. */
export async function ringAlarm({ stub, account }: Shop): Promise<void> {
  setClockOffsetMs(clockOffsetMs() + MINUTE_MS);
  await account.touch();
  await runDurableObjectAlarm(stub);
}

/** All that I6 and I5 speak of, in one value. */
export async function settled(shop: Shop) {
  const { items } = done(await shop.account.listRedemptions({ beforeSeq: null, limit: 100 }));
  const { balances, openHolds } = done(await shop.account.overview());
  const counts = async ({ stock }: Reward) => done(await stock.overview()).counts;
  const [one, two] = [await counts(shop.first), await counts(shop.second)];
  return {
    states: items.map((each) => each.state),
    available: balances.availablePoints,
    held: balances.heldPoints,
    openHolds,
    reserved: [one.reservedUnits, two.reservedUnits],
    taken: [one.takenUnits, two.takenUnits],
  };
}

export const WHOLE = {
  states: ['confirmed'],
  available: 40,
  held: 0,
  openHolds: 0,
  reserved: [0, 0],
  taken: [1, 1],
};
const NOTHING = { available: 100, held: 0, openHolds: 0, reserved: [0, 0], taken: [0, 0] };
export const UNDONE = { states: ['undone'], ...NOTHING };
export const CANCELLED = { states: ['cancelled'], ...NOTHING };

export async function expectChained({ account, tenantId, memberId }: OpenedAccount): Promise<void> {
  const { items } = done(await account.exportJournal({ fromSeq: 1, limit: 500 }));
  expect(findChainBreak({ kind: 'account', tenantId, objectId: memberId, epoch: 1 }, items)).toBe(null);
}

export const cancelNewest = async ({ account, memberId }: Shop) => {
  const { items } = done(await account.listRedemptions({ beforeSeq: null, limit: 1 }));
  const actor = { kind: 'member', id: memberId } as const;
  const redemptionId = items[0]?.redemptionId ?? '';
  return account.cancelRedemption({ key: newKey(), actor, redemptionId, reason: null });
};
