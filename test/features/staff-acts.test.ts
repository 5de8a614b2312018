import { expect, test, vi } from 'vitest';
import type { Context } from '../../src/context.ts';
import { listAuditLog } from '../../src/features/audit-log/list-audit-log.ts';
import type { AuditPage } from '../../src/features/audit-log/schemas.ts';
import { changeUnits } from '../../src/features/catalogue/change-units.ts';
import { setRewardState } from '../../src/features/catalogue/set-reward-state.ts';
import { commandOf } from '../../src/features/command.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { createMember } from '../../src/features/members/create-member.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { prepareRedemption } from '../../src/features/redemptions/fulfil-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { memberWith, must, newKey, openShop, press, shelve } from './world.ts';

/** The log once it has that many lines: what objects own is told by their journals, a moment later. */
async function linesOf(ctx: Context, count: number): Promise<AuditPage['items']> {
  const read = async () => must(await listAuditLog({ ctx, input: { cursor: null, limit: 50 } })).items;
  await vi.waitFor(async () => expect(await read()).toHaveLength(count), { timeout: 20_000, interval: 100 });
  return read();
}

test('every staff act that changes something stands in the audit log once, however often it was sent', async () => {
  const shop = await openShop();
  const ctx = shop.owner;
  const reward = await shelve(shop);
  const { id: rewardId } = reward.reward;
  const person = { phone: '13800138000', email: null, externalId: null, displayName: '林小满', locale: null };
  const { member } = must(await createMember({ ctx, input: person }));
  must(await createMember({ ctx, input: person }));
  const { id: memberId } = member;
  const twice = async <Value>(act: (key: string) => Promise<Value>) => {
    const key = newKey();
    await act(key);
    return act(key);
  };
  const purchase = { memberId, amountMinor: 60_000, category: null, receipt: null };
  must(await twice((key) => recordPurchase({ ctx, input: { ...purchase, key } })));
  const adjustment = { memberId, points: 10, reason: 'goodwill' as const, note: '只给她看' };
  must(await twice((key) => adjustPoints({ ctx, input: { ...adjustment, key } })));
  must(await twice((key) => changeUnits({ ctx, input: { rewardId, delta: 5, key } })));
  const made = must(await redeem({ ctx: shop.member(memberId), input: press(reward) }));
  const name = { memberId, redemptionId: made.redemptionId };
  must(await twice((key) => prepareRedemption({ ctx, input: { ...name, key } })));
  must(await twice((key) => setRewardState({ ctx, input: { rewardId, action: 'stop', key } })));
  const items = await linesOf(ctx, 9);
  expect(items.map(({ action, target }) => [action, target])).toEqual([
    ['rewards.stop', rewardId],
    ['redemptions.prepare', made.redemptionId],
    ['rewards.units', rewardId],
    ['points.adjust', memberId],
    ['points.purchase', memberId],
    ['members.create', memberId],
    ['rewards.publish', rewardId],
    ['rewards.create', rewardId],
    ['programme.publish', null],
  ]);
  expect(JSON.stringify(items)).not.toContain('只给她看');
  expect(JSON.stringify(items)).not.toContain('13800138000');
  const aboutHer = { kind: 'member', id: memberId, name: '林小满' };
  const aboutReward = { kind: 'reward', id: rewardId, names: reward.reward.draft.names };
  expect(items.map(({ subject }) => subject)).toEqual([
    aboutReward,
    { kind: 'redemption', id: made.redemptionId, memberId, memberName: '林小满' },
    aboutReward,
    aboutHer,
    aboutHer,
    aboutHer,
    aboutReward,
    aboutReward,
    null,
  ]);
});

test('what an account or a stock was told stands in the log, though the request that told it ended there', async () => {
  const shop = await openShop(null);
  const reward = await shelve(shop);
  const memberId = await memberWith(shop, 500);
  const redeemed = must(await redeem({ ctx: shop.member(memberId), input: press(reward) }));
  const clerk = shop.as({ kind: 'staff', userId: 'usr_clerk', name: 'Xu', role: 'clerk' });
  const told = () => commandOf(clerk, newKey());
  const account = clerk.accounts.of(memberId);
  const { redemptionId } = redeemed;
  must(
    await account.adjust({ ...told(), points: 7, reason: 'goodwill', note: '只给她看', expiresAtMs: null }),
  );
  must(await clerk.stocks.of(reward.reward.id).changeUnits({ ...told(), deltaUnits: 3, reason: 'counted' }));
  must(await account.ship({ ...told(), redemptionId, carrier: 'SF', trackingNumber: '1' }));
  const lines = (await linesOf(shop.owner, 7)).filter(({ actorId }) => actorId === 'usr_clerk');
  expect(lines.map(({ action, target, detail }) => [action, target, detail])).toEqual([
    ['redemptions.ship', redemptionId, { memberId, state: 'shipped' }],
    ['rewards.units', reward.reward.id, { delta: 3 }],
    ['points.adjust', memberId, { points: 7, reason: 'goodwill' }],
  ]);
});

test('whom staff enrolled stands in the log, though her account could not be opened then', async () => {
  const { owner } = await openShop(null);
  const of = (memberId: string): ReturnType<Context['accounts']['of']> => ({
    ...owner.accounts.of(memberId),
    open: () => Promise.reject(new AppError('unavailable')),
  });
  const person = { phone: null, email: 'lin@example.com', externalId: null, displayName: null, locale: null };
  const enrolled = createMember({ ctx: { ...owner, accounts: { of } }, input: person });
  await expect(enrolled).rejects.toThrow('unavailable');
  const { member } = must(await createMember({ ctx: owner, input: person }));
  const lines = (await linesOf(owner, 1)).map(({ action, target }) => [action, target]);
  expect(lines).toEqual([['members.create', member.id]]);
});
