import { describe, expect, test } from 'vitest';
import { nextSubmission } from '../../web/console/api/submission.ts';
import { sameGrant } from '../../web/console/counter/api.ts';
import { sameRedeeming } from '../../web/console/counter/redeem-api.ts';
import { sameAdjustment } from '../../web/console/members/api.ts';

const keys = () => {
  let made = 0;
  return () => `key-${++made}`;
};

describe('the key of a submit', () => {
  test('stays the same while the same content is sent again', () => {
    const newKey = keys();
    const first = nextSubmission(null, { points: 5 }, newKey);
    expect(nextSubmission(first, { points: 5 }, newKey)).toEqual(first);
  });

  test('is new for other content, because the server refuses a key with other content', () => {
    const newKey = keys();
    const first = nextSubmission(null, { points: 5 }, newKey);
    expect(nextSubmission(first, { points: 6 }, newKey)).toEqual({ key: 'key-2', content: '{"points":6}' });
  });

  test('stays the same when a PIN is typed, or her code scanned, once more: nothing is given or spent twice', () => {
    const reward = { rewardId: 'rwd_1', priceVersion: 2, pointsEach: 500, cashEachMinor: 0 };
    const adjusted = { memberId: 'mem_1', points: 2_000, reason: 'goodwill' as const, note: null };
    const again = [
      [
        sameGrant({ amountMinor: 260_000, approvalPin: '520941' }),
        sameGrant({ amountMinor: 260_000, approvalPin: '520942' }),
        sameGrant({ amountMinor: 260_001, approvalPin: '520942' }),
      ],
      [
        sameRedeeming({ memberId: 'mem_1', reward, presence: 'first scan' }),
        sameRedeeming({ memberId: 'mem_1', reward, presence: 'second scan' }),
        sameRedeeming({ memberId: 'mem_2', reward, presence: 'second scan' }),
      ],
      [
        sameAdjustment({ ...adjusted, approvalPin: '520941' }),
        sameAdjustment({ ...adjusted, approvalPin: '520942' }),
        sameAdjustment({ ...adjusted, points: 2_001, approvalPin: '520942' }),
      ],
    ];
    for (const [first, second, other] of again) {
      const newKey = keys();
      const sent = nextSubmission(null, first, newKey);
      expect(nextSubmission(sent, second, newKey)).toEqual(sent);
      expect(nextSubmission(sent, other, newKey).key).toBe('key-2');
    }
  });

  test('is new after a success, even for equal content: two equal purchases are two', () => {
    const newKey = keys();
    nextSubmission(null, { points: 5 }, newKey);
    expect(nextSubmission(null, { points: 5 }, newKey).key).toBe('key-2');
  });
});
