import { expect, test } from 'vitest';
import type { Locale } from '../../src/domain/locale.ts';
import { helpAnswers } from '../../src/features/member-pages/help-view.ts';
import { legalVersion, privacyText, termsText } from '../../src/features/member-pages/legal-view.ts';
import type { MallManifest } from '../../src/features/publication/manifest.ts';
import { frame } from './fixtures.ts';
import { MANIFEST, RULES } from './published-mall.ts';

const wordsIn = (locale: Locale) => frame(locale, '/').words;
const source = (change: Partial<MallManifest> = {}) => ({
  manifest: { ...MANIFEST, ...change },
  sms: true,
  slot: '棉屿',
});
const version = (change: Partial<MallManifest> = {}) => legalVersion(wordsIn, source(change));

test('the version is that of what somebody reads: settings that change the texts change it, others do not', () => {
  const before = version();
  expect(version()).toBe(before);
  expect(version({ version: 99, rewards: [] })).toBe(before);
  const doubled = { ...RULES, version: 9, baseRate: { numerator: 2, denominator: 1 } };
  expect(version({ programme: { current: doubled, next: null } })).toBe(before);
  const never = { ...RULES, expiry: { kind: 'rolling' as const, days: 77 } };
  expect(version({ programme: { current: never, next: null } })).not.toBe(before);
  const contact = { ...MANIFEST.tenant.contact, phone: '021-1' };
  expect(version({ tenant: { ...MANIFEST.tenant, contact } })).not.toBe(before);
});

test('the texts say only what this shop does', () => {
  const lines = (change: Partial<MallManifest>, sms: boolean) => {
    const from = { ...source(change), sms };
    return [privacyText(wordsIn('en'), from), termsText(wordsIn('en'), from)]
      .flatMap(({ sections }) => sections)
      .flatMap((section) => section.lines)
      .join('\n');
  };
  const plain = lines({ payments: { online: false, counter: false } }, false);
  expect(plain).not.toMatch(/Stripe|cash part|phone number or e-mail address\.$/m);
  const paid = lines({ payments: { online: true, counter: true } }, true);
  expect(paid).toContain('Card payments are taken by Stripe');
  expect(paid).toContain('online within 30 minutes or in the shop within 48 hours');
  expect(paid).toContain('your phone number or e-mail address');
});

test('help answers eight questions from the rules, and says so where there are none yet', () => {
  const answers = helpAnswers(wordsIn('zh-CN'), MANIFEST);
  expect(answers).toHaveLength(8);
  const none = helpAnswers(wordsIn('zh-CN'), { ...MANIFEST, programme: { current: null, next: null } });
  expect(none.filter(({ answer }) => answer === '店铺还没有公布规则。')).toHaveLength(4);
});
