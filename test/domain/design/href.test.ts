import { expect, test } from 'vitest';
import { isHref, isHttpsAddress } from '../../../src/domain/design/href.ts';

test.each(['/', '/rewards/rwd_1?x=1', 'https://example.com/a', 'https://例子.中国/路'])(
  'a banner may lead to %s',
  (href) => expect(isHref(href)).toBe(true),
);

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' https://example.com',
  'java\nscript:alert(1)',
  '//evil.example',
  '/\\evil.example',
  'http://example.com',
  'data:text/html,x',
  'https://shop@evil.example',
  'https://localhost',
  'rewards',
  '',
])('a banner may not lead to %j', (href) => expect(isHref(href)).toBe(false));

test('a map is elsewhere: a path of the mall is none', () => {
  expect([isHttpsAddress('https://maps.example/1'), isHttpsAddress('/rules')]).toEqual([true, false]);
});
