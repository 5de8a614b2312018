import { describe, expect, test } from 'vitest';
import { nextSubmission } from '../../web/console/api/submission.ts';

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

  test('is new after a success, even for equal content: two equal purchases are two', () => {
    const newKey = keys();
    nextSubmission(null, { points: 5 }, newKey);
    expect(nextSubmission(null, { points: 5 }, newKey).key).toBe('key-2');
  });
});
