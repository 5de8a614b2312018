import { describe, expect, test } from 'vitest';
import {
  countryChoices,
  feePercent,
  nextStepOf,
  proposedCountry,
  situationOf,
  takesCash,
  toneOf,
} from '../../web/console/payments/model.ts';
import { paymentsSearch } from '../../web/console/payments/search.ts';
import { PAYMENTS, type PaymentsSituation } from './fixture-payments.ts';

describe('the payments page', () => {
  test.each<[PaymentsSituation, string, string]>([
    ['unavailable', 'none', 'plain'],
    ['unconnected', 'choose', 'plain'],
    ['onboarding', 'goOn', 'attention'],
    ['enabled', 'none', 'good'],
    ['due', 'handIn', 'attention'],
    ['late', 'handIn', 'bad'],
    ['payoutsHeld', 'check', 'attention'],
    ['checking', 'check', 'attention'],
    ['disabled', 'check', 'bad'],
    ['deauthorised', 'choose', 'bad'],
  ])('knows a shop that is %s, and its next step is %s', (situation, step, tone) => {
    const found = situationOf(PAYMENTS[situation]);
    expect([found, nextStepOf(found), toneOf(found)]).toEqual([situation, step, tone]);
  });

  test('proposes the country chosen before, else that of the currency', () => {
    expect([
      proposedCountry('SG', 'JPY'),
      proposedCountry(null, 'CNY'),
      proposedCountry(null, 'EUR'),
    ]).toEqual(['SG', 'CN', null]);
  });

  test("offers every country once, by its name in the reader's language", () => {
    const choices = countryChoices('zh-CN');
    expect(choices.find(({ value }) => value === 'JP')).toEqual({ value: 'JP', label: '日本' });
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
    expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  });

  test('says a fee in percent', () => {
    expect([feePercent('en', 150), feePercent('en', 25), feePercent('zh-CN', 1000)]).toEqual([
      '1.5%',
      '0.25%',
      '10%',
    ]);
  });

  test('takes only its own words from the address', () => {
    expect([{ from: 'stripe' }, { from: 'expired' }, { from: 'x' }, {}].map(paymentsSearch)).toEqual([
      { from: 'stripe' },
      { from: 'expired' },
      {},
      {},
    ]);
  });
});

test('members can pay cash by card, at the counter, or not at all', () => {
  const off = {
    cardsAvailable: true,
    chargesEnabled: false,
    state: 'onboarding',
    counterEnabled: false,
  } as const;
  expect([
    takesCash(off),
    takesCash({ ...off, counterEnabled: true }),
    takesCash({ ...off, state: 'enabled', chargesEnabled: true }),
    takesCash({ ...off, state: 'deauthorised', chargesEnabled: true }),
  ]).toEqual([false, true, true, false]);
});
