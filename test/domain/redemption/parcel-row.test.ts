import { expect, test } from 'vitest';
import { parcelStanding } from '../../../src/domain/redemption/parcel-row.ts';

const PARCEL = { carrier: '顺丰速运', trackingNumber: 'SF1' };
const NONE = { carrier: null, trackingNumber: null, cancelRequest: null };
const open = { state: 'open' as const, reason: null, requestedAtMs: 1, answeredAtMs: null };

test.each([
  ['confirmed', 'ready'],
  ['in_fulfilment', 'ready'],
  ['awaiting_payment', 'not_paid'],
  ['issued', 'nothing_to_send'],
  ['used', 'nothing_to_send'],
  ['cancelling', 'cancelled'],
  ['undone', 'cancelled'],
  ['reserving', 'busy'],
  ['received', 'sent_otherwise'],
] as const)('a row that names what is %s is %s', (state, standing) => {
  expect(parcelStanding({ state, ...NONE }, PARCEL)).toBe(standing);
});

test('a row that went before with the same parcel is done, with another one it is told', () => {
  const sent = { ...NONE, ...PARCEL, state: 'shipped' } as const;
  expect(parcelStanding(sent, PARCEL)).toBe('already');
  expect(parcelStanding({ ...sent, state: 'received' }, PARCEL)).toBe('already');
  expect(parcelStanding(sent, { ...PARCEL, trackingNumber: 'SF2' })).toBe('sent_otherwise');
});

test('whoever asked to cancel is answered first', () => {
  expect(parcelStanding({ ...NONE, state: 'in_fulfilment', cancelRequest: open }, PARCEL)).toBe(
    'cancel_asked',
  );
});

test('what she picks up has nothing to send', () => {
  for (const state of ['confirmed', 'in_fulfilment', 'ready', 'received'] as const)
    expect(parcelStanding({ ...NONE, state, pickUp: true }, PARCEL)).toBe('nothing_to_send');
});
