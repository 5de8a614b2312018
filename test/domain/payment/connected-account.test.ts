import { expect, test } from 'vitest';
import {
  type AccountReport,
  connectStateOf,
  takesCards,
} from '../../../src/domain/payment/connected-account.ts';

const NOTHING = { due: [], pending: [], deadlineMs: null };
const whole: AccountReport = {
  chargesEnabled: true,
  payoutsEnabled: true,
  detailsSubmitted: true,
  disabledReason: null,
  requirements: NOTHING,
};
const due = { ...NOTHING, due: ['external_account'] };
const stopped = { chargesEnabled: false, disabledReason: 'requirements.past_due', requirements: due };

test.each<[string, Partial<AccountReport>, ReturnType<typeof connectStateOf>, boolean]>([
  ['whole', {}, 'enabled', true],
  ['fresh', { detailsSubmitted: false, ...stopped }, 'onboarding', false],
  ['whole, with something due later on', { requirements: due }, 'restricted', true],
  ['without payouts', { payoutsEnabled: false, requirements: due }, 'restricted', true],
  ['late with its details', stopped, 'restricted', false],
  ['being checked', { chargesEnabled: false, disabledReason: 'under_review' }, 'restricted', false],
  ['rejected', { chargesEnabled: false, disabledReason: 'rejected.fraud' }, 'disabled', false],
  [
    'rejected before its details were in',
    { detailsSubmitted: false, disabledReason: 'rejected.other' },
    'disabled',
    false,
  ],
  ['paused by the platform', { chargesEnabled: false, disabledReason: 'platform_paused' }, 'disabled', false],
])('an account that is %s', (_name, given, state, cards) => {
  const report = { ...whole, ...given };
  const { chargesEnabled } = report;
  const found = connectStateOf(report);
  expect([found, takesCards({ state: found, chargesEnabled })]).toEqual([state, cards]);
});

test('an account that was taken away charges no card, whatever was last heard of it', () => {
  expect(takesCards({ state: 'deauthorised', chargesEnabled: true })).toBe(false);
});
