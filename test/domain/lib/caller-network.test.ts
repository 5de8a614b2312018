import { expect, test } from 'vitest';
import { callerNetwork } from '../../../src/lib/caller-network.ts';

test('an IPv4 address counts for itself', () => {
  expect(['192.0.2.7', '192.0.2.8'].map(callerNetwork)).toEqual(['192.0.2.7', '192.0.2.8']);
});

test('all addresses of one IPv6 site count as one, however they are written', () => {
  const same = [
    '2001:db8:0:1::1',
    '2001:db8:0:1:ffff:ffff:ffff:ffff',
    '2001:0DB8:0000:0001:0:0:0:2',
    '2001:db8::1:a:b:c:d',
  ];
  expect(new Set(same.map(callerNetwork))).toEqual(new Set(['2001:db8:0:1']));
  expect(['2001:db8:0:2::1', '::1', '2001:db8::', '::'].map(callerNetwork)).toEqual([
    '2001:db8:0:2',
    '0:0:0:0',
    '2001:db8:0:0',
    '0:0:0:0',
  ]);
});
