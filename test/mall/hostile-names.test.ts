import { describe, expect, test } from 'vitest';
import { shopIcon } from '../../src/domain/design/shop-icon.ts';
import { signInCodeLetter } from '../../src/mail/letters.ts';
import { formatFor } from '../../src/messages/format.ts';
import { isolated } from '../../src/messages/isolated.ts';
import { translator } from '../../src/messages/translator.ts';
import { memberName } from '../../web/console/members/model.ts';

const ARABIC = 'متجر القطن';
const HEBREW = 'חנות';
const POINTS = { one: 'نقطة', other: 'نقاط' };

describe('a name that is read from right to left', () => {
  test.each([ARABIC, HEBREW, `${HEBREW} 24/7`, 'ދިވެހި', '𐤊𐤍𐤏𐤍'])('%s stands in an isolate', (name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  });

  test.each(['棉屿', 'Lamplight', '𠮷野家', '👩‍🌾', '', '1,286'])('any other stays as it is: %s', (name) => {
    expect(isolated(name)).toBe(name);
  });

  test('leaves the figures beside it where they are, in sentences, letters and points', () => {
    const t = translator('en', 'mall');
    expect(t('card.toNext', { points: '30 points', reward: ARABIC })).toBe(
      `30 points more and \u2068${ARABIC}\u2069 is yours`,
    );
    const letter = signInCodeLetter('a@example.test', 'en', { code: '123456', shop: HEBREW, minutes: 10 });
    expect(letter.subject).toBe(`123456 is your sign-in code for \u2068${HEBREW}\u2069`);
    const format = formatFor({
      locale: 'zh-CN',
      timeZone: 'UTC',
      pointsName: { 'zh-CN': POINTS, 'zh-TW': POINTS, en: POINTS },
    });
    expect([format.points(1286), format.unit]).toEqual([
      `1,286 \u2068${POINTS.other}\u2069`,
      `\u2068${POINTS.other}\u2069`,
    ]);
    expect(memberName({ displayName: HEBREW, number: '10000009' })).toBe(`\u2068${HEBREW}\u2069`);
  });
});

test.each([
  ['an emoji of several people', '👨‍👩‍👧 shop', '👨‍👩‍👧'],
  ['an ideograph beyond the first plane', '𠮷野家', '𠮷'],
  ['a letter with its accents apart', 'e\u0301toile', 'E\u0301'],
  ['markup', '<script>', 'P'],
  ['Arabic', ARABIC, 'م'],
])('a shop whose name begins with %s has its whole first character as icon', (_what, name, drawn) => {
  expect(shopIcon({ name, colours: null })).toContain(`>${drawn}</text>`);
});
