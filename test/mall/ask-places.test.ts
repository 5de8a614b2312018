import { expect, test } from 'vitest';
import { STATES } from './states.tsx';

test.each(['home signed in', 'points', 'me'])(
  '“%s” has room for what the counter asks her to confirm',
  (name) => {
    expect(STATES[name]?.('zh-CN')).toContain('data-asks="/me/asks"');
  },
);
