import { expect, test } from 'vitest';
import { branchFormsOf, readBranches } from '../../web/console/settings/branch-form.ts';
import { deliveryFormOf, readDelivery } from '../../web/console/settings/delivery-form.ts';
import { readReturns, returnsFormOf } from '../../web/console/settings/returns-form.ts';
import { SETTINGS } from './fixture-settings.ts';

const { branches, delivery } = SETTINGS.settings;
const SETTING = { pickUp: true, currency: 'CNY', home: 'CN' };

test('branches come out of the fields as they went in; what is missing or leads nowhere is named', () => {
  const forms = branchFormsOf(branches);
  expect(readBranches(forms)).toEqual({ branches, faults: [] });
  const [first] = forms;
  if (!first) throw new Error('no branch');
  const wrong = { ...first, name: ' ', address: '', phone: 'call me', mapUrl: 'javascript:alert(1)' };
  expect(readBranches([wrong]).faults.map(({ field, fault }) => [field, fault])).toEqual([
    ['name', 'missing'],
    ['address', 'missing'],
    ['phone', 'phone'],
    ['mapUrl', 'url'],
  ]);
});

test('delivery comes out of the fields as it went in', () => {
  expect(readDelivery(deliveryFormOf(delivery, SETTING), 'CNY')).toEqual({ delivery, faults: [] });
  expect(readDelivery(deliveryFormOf(null, SETTING), 'CNY').delivery).toEqual({
    ...{ ships: true, pickUp: true, areas: null, fee: null },
  });
});

test('no way, no country and a fee that is none are refused before anything is sent', () => {
  const form = deliveryFormOf(null, { ...SETTING, home: null });
  const faultsOf = (change: Partial<typeof form>) => readDelivery({ ...form, ...change }, 'CNY').faults;
  expect([
    faultsOf({ ships: false, pickUp: false }),
    faultsOf({ everywhere: false }),
    faultsOf({ takesFee: true, fee: '0' }),
    faultsOf({ takesFee: true, fee: '１０', freeFrom: '很多' }),
    faultsOf({ ships: false, takesFee: true, everywhere: false }),
  ]).toEqual([['noWay'], ['noArea'], ['fee'], ['freeFrom'], []]);
});

test('all of a country’s regions, or none, is the whole country', () => {
  const form = deliveryFormOf(null, SETTING);
  const read = (regions: string[]) =>
    readDelivery({ ...form, everywhere: false, regions: { CN: regions } }, 'CNY').delivery?.areas;
  expect([read([]), read(['GD', 'XX'])]).toEqual([
    [{ country: 'CN', regions: null }],
    [{ country: 'CN', regions: ['GD'] }],
  ]);
});

test('a returns policy comes out as it went in; days that are none are refused, and empty texts fall away', () => {
  const { returns } = SETTINGS.settings;
  expect(readReturns(returnsFormOf(returns))).toEqual(returns);
  const days = (text: string) => readReturns({ accepts: true, days: text, texts: { en: ' ' } });
  expect([days('１４'), days('0'), days('366'), days('a week')]).toEqual([
    { days: 14, texts: {} },
    null,
    null,
    null,
  ]);
  expect(readReturns({ accepts: false, days: '', texts: {} })).toEqual({ days: 0, texts: {} });
});
