import { expect, test } from 'vitest';
import { parseOrigin } from '../../../src/lib/web-origin.ts';

test.each([
  ['https://shop.example', 'https://shop.example'],
  ['  https://Shop.Example/ ', 'https://shop.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['https://shop.example:8443', 'https://shop.example:8443'],
  ['https://棉屿.example', 'https://xn--5htv9z.example'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['http://site.localhost:3000', 'http://site.localhost:3000'],
])('%j is the origin %s', (typed, origin) => {
  expect(parseOrigin(typed)).toBe(origin);
});

test.each([
  '',
  'null',
  '*',
  'shop.example',
  'http://shop.example',
  'http://localhost.shop.example',
  'https://*.shop.example',
  'https://shop.example/path',
  'https://shop.example?x',
  'https://shop.example#x',
  'https://user@shop.example',
  'https://shop.example\\@evil.example',
  'https://shop.example https://evil.example',
  'https://shop.example\nhttps://evil.example',
  'ftp://shop.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
  `https://${'a'.repeat(400)}.example`,
])('%j is no origin that may be allowed', (typed) => {
  expect(parseOrigin(typed)).toBe(null);
});
