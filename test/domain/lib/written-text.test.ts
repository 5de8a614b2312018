import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenLine, writtenText } from '../../../src/lib/written-text.ts';

/** Any code points at all, among them those that mean something here. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(0x20, 0x200d, 0x202e, 0x301, 0x335)))
  .map((points) => String.fromCodePoint(...points));

describe('a name is kept as it was written', () => {
  test.each([
    ['Chinese', '林小满'],
    ['beyond the first plane', '𠮷野家 𩸽'],
    ['Arabic', 'متجر القطن'],
    ['Hebrew with vowels and accents', 'בְּרֵאשִׁ֖ית'],
    ['Hindi with its joiners', 'क्‍षत्रिय'],
    ['Persian with its non-joiner', 'می‌خواهم'],
    ['Thai', 'ร้านน้ำชา'],
    ['Vietnamese', 'Tiệm trà Nguyễn'],
    ['a family of one glyph', '👨‍👩‍👧‍👦'],
    ['a heart with its variation', '❤️'],
    ['the flag of England, with tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['markup', `<b>Tom & "Jerry's"</b>`],
    ['300 letters', 'W'.repeat(300)],
  ])('%s', (_script, name) => {
    const composed = name.normalize('NFC');
    expect([writtenText(name), writtenLine(name)]).toEqual([composed, composed]);
  });
});

describe('what nobody sees is no name', () => {
  test.each([
    ['spaces', '   '],
    ['wide and fixed spaces', '\u3000\u00A0\u2003'],
    ['a zero-width space', '\u200B'],
    ['joiners alone', '\u200D\u200C'],
    ['a Hangul filler', '\u3164'],
    ['an empty braille cell', '\u2800'],
    ['a soft hyphen', '\u00AD'],
    ['overrides alone', '\u202E\u2066\u2069'],
    ['a variation of nothing', '\uFE0F'],
    ['tags of no flag', '\u{E0061}\u{E007F}'],
    ['line ends', '\n\r\n'],
  ])('%s', (_what, name) => {
    expect([writtenText(name), writtenLine(name)]).toEqual(['', '']);
  });
});

test('nothing in a name turns the text around it', () => {
  expect(writtenText('\u202Egpj.exe\u202C \u2067محل\u2069')).toBe('gpj.exe محل');
});

test('two ways of typing one word are one text', () => {
  expect(writtenText('Cafe\u0301')).toBe(writtenText('Caf\u00E9'));
  expect(writtenText('\u1112\u1161\u11AB')).toBe('한');
});

test('marks stacked on a letter end where they would paint over other lines', () => {
  expect(writtenText(`Z${'\u0335'.repeat(200)}algo`)).toBe(`Z${'\u0335'.repeat(6)}algo`);
});

test('a line end pasted into a name is a space, in a text of several lines it stays', () => {
  expect(writtenLine('Lamp\r\nlight\u2028shop')).toBe('Lamp light shop');
  expect(writtenText('one\n\ntwo\n')).toBe('one\n\ntwo');
});

test('a wall of spaces inside a text, of marks or of joiners, is read in one walk', () => {
  const walls = [' ', '\u0335', '\u200D', '\u202E'].map((each) => `a${each.repeat(200_000)}b`);
  expect(walls.map((wall) => writtenLine(wall).length)).toEqual([200_002, 8, 200_002, 2]);
});

test('what was written once is written the same a second time, whatever it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = writtenText(text);
      expect(writtenText(once)).toBe(once);
      const line = writtenLine(text);
      expect(writtenLine(line)).toBe(line);
    }),
    { numRuns: 100 },
  );
});
