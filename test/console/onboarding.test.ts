import { expect, test } from 'vitest';
import { contactText, contactWith } from '../../web/console/onboarding/contact.ts';
import { startSearch } from '../../web/console/onboarding/search.ts';

const NOBODY = { phone: null, email: 'shop@example.com', address: '文三路 1 号' };

test.each([
  ['138 1234 5678', { phone: '138 1234 5678', wechat: null }],
  ['+1 (212) 555-0100', { phone: '+1 (212) 555-0100', wechat: null }],
  [' cloud_thread ', { phone: null, wechat: 'cloud_thread' }],
  ['  ', { phone: null, wechat: null }],
])('“phone or WeChat” %j is %j, and nothing else of the contact changes', (typed, reached) => {
  expect(contactWith(NOBODY, typed)).toEqual({ ...NOBODY, ...reached });
  expect(contactText(contactWith(NOBODY, typed))).toBe(typed.trim());
});

test.each([
  ['rewards', { step: 'rewards' }],
  ['nowhere', {}],
  [undefined, {}],
])('the address names the step %s as %j', (step, search) => {
  expect(startSearch({ step })).toEqual(search);
});
