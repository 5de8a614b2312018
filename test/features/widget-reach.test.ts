import { expect, test } from 'vitest';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { setCounterPayment } from '../../src/features/payments/set-counter-payment.ts';
import { openWidget } from './widget-world.ts';
import { ADDRESS, must, newKey, shelve } from './world.ts';

test('what a customer reaches with cash counts as within reach, and its price says the fewest points and their cash', async () => {
  const widget = await openWidget();
  const { owner } = widget.shop;
  const mixed = await shelve(widget.shop, { pointsEach: 900, mix: { pointsMin: 500, cashMinor: 3_990 } });
  const alone = await shelve(widget.shop, { pointsEach: 700 });
  must(await setCounterPayment({ ctx: owner, input: { enabled: true } }));
  const { bearer, memberId } = await widget.signedIn('combines');
  const given = { memberId, points: 600, reason: 'event' as const, note: null, key: newKey() };
  must(await adjustPoints({ ctx: owner, input: given }));
  expect((await widget.ask('/me', { bearer })).body).toMatchObject({
    toRedeem: [],
    toCombine: [mixed.reward.id],
    progress: { rewardId: alone.reward.id, missingPoints: 100 },
  });
  const rewards = (await widget.ask('/mall?locale=en')).body.rewards as { mixPrice: string | null }[];
  expect(rewards.map(({ mixPrice }) => mixPrice).toSorted()).toEqual([
    expect.stringMatching(/^500 points \+ \D*[\d,.]+$/),
    null,
  ]);
});

test('what she has had as often as she may is named, so that it is not called almost hers', async () => {
  const widget = await openWidget();
  const { owner } = widget.shop;
  const once = await shelve(widget.shop, { pointsEach: 100, limitPerMember: 1, units: 5 });
  const next = await shelve(widget.shop, { pointsEach: 700 });
  const { bearer, memberId } = await widget.signedIn('limited');
  const given = { memberId, points: 150, reason: 'event' as const, note: null, key: newKey() };
  must(await adjustPoints({ ctx: owner, input: given }));
  const rewards = (await widget.ask('/mall?locale=en')).body.rewards as {
    id: string;
    priceVersion: number;
  }[];
  const priceVersion = rewards.find(({ id }) => id === once.reward.id)?.priceVersion;
  const json = { rewardId: once.reward.id, priceVersion, pointsEach: 100, delivery: ADDRESS };
  const redeemed = await widget.ask('/me/redemptions', { bearer, json });
  expect(redeemed.status).toBe(201);
  expect((await widget.ask('/me', { bearer })).body).toMatchObject({
    toRedeem: [],
    atLimit: [once.reward.id],
    progress: { rewardId: next.reward.id, missingPoints: 650 },
  });
});
