import { expect, test } from 'vitest';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { setCounterPayment } from '../../src/features/payments/set-counter-payment.ts';
import { openWidget } from './widget-world.ts';
import { must, newKey, shelve } from './world.ts';

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
