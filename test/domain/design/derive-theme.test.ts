import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrastOf, TEXT_CONTRAST_MIN } from '../../../src/domain/design/contrast.ts';
import { deriveTheme, groundsOf, mendsOf } from '../../../src/domain/design/derive-theme.ts';
import { type Look, lookOf } from '../../../src/domain/design/look.ts';
import { startingTheme } from '../../../src/domain/industry.ts';
import type { Theme, ThemeColours } from '../../../src/domain/shop.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const anyLook: fc.Arbitrary<Look> = fc.record({
  layout: fc.constantFrom('editorial', 'soft', 'lively'),
  main: hex,
  accent: hex,
  cornerPixels: fc.constantFrom(0, 8, 20),
  heading: fc.constantFrom('serif', 'sans'),
});
const look = (given: Partial<Look>): Look => ({ ...lookOf(startingTheme('clothing')), ...given });

/** Every text of the mall with what it stands on: the page, a card on it, a sunken field, a button. */
function textPairs(scheme: 'light' | 'dark', colours: ThemeColours): [string, string][] {
  const grounds = groundsOf(scheme, colours);
  const onGrounds = [colours.text, colours.accentText].flatMap((text) =>
    grounds.map((ground): [string, string] => [text, ground]),
  );
  return [[colours.onMain, colours.main], ...onGrounds];
}

function unreadable(theme: Theme): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    textPairs(scheme, theme[scheme])
      .filter(([text, ground]) => contrastOf(text, ground) < TEXT_CONTRAST_MIN)
      .map(([text, ground]) => `${scheme}: ${text} on ${ground}`),
  );
}

describe('a theme', () => {
  test('can be read in light and dark whatever two colours were chosen', () => {
    fc.assert(
      fc.property(anyLook, (chosen) => {
        expect(unreadable(deriveTheme(chosen))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['white', '#FFFFFF'],
    ['black', '#000000'],
    ['yellow', '#FFFF00'],
    ['middle grey', '#808080'],
    ['the page itself', '#F6F2EA'],
  ])('can be read where both colours are %s', (_, colour) => {
    const theme = deriveTheme(look({ main: colour, accent: colour }));
    expect(unreadable(theme)).toEqual([]);
    expect(contrastOf(theme.light.main, theme.light.page)).toBeGreaterThanOrEqual(1.4);
  });

  test.each(['clothing', 'beauty', 'courses'] as const)('keeps what was drawn for %s', (industry) => {
    const drawn = startingTheme(industry);
    expect(deriveTheme(lookOf(drawn))).toEqual(drawn);
  });

  test('takes corners and headings as they are chosen, without touching a colour', () => {
    const drawn = startingTheme('beauty');
    const theme = deriveTheme({ ...lookOf(drawn), cornerPixels: 0, heading: 'serif' });
    expect(theme).toEqual({ ...drawn, cornerPixels: 0, heading: 'serif' });
  });

  test('keeps a main colour that can be seen, however bright it is, and writes on it in a tone that passes', () => {
    const { light } = deriveTheme(look({ main: '#FFC400' }));
    expect(light.main).toBe('#FFC400');
    expect(contrastOf(light.onMain, light.main)).toBeGreaterThanOrEqual(TEXT_CONTRAST_MIN);
  });
});

describe('what was mended', () => {
  test('is said with the colour chosen and the tone used, a little darker and of the same hue', () => {
    const chosen = look({ accent: '#E07B4F' });
    const theme = deriveTheme(chosen);
    const [mend, ...others] = mendsOf(chosen, theme);
    expect(others).toEqual([]);
    expect(mend).toEqual({ colour: 'accent', chosen: '#E07B4F', used: theme.light.accentText });
    expect(theme.light.accent).toBe('#E07B4F');
  });

  test('is nothing where both colours can be read as they are', () => {
    const chosen = look({ main: '#7A2E4D', accent: '#8A2B52' });
    expect(mendsOf(chosen, deriveTheme(chosen))).toEqual([]);
  });

  test('is the main colour, too, where a button would be lost on the page', () => {
    const chosen = look({ main: '#F7F3EB', accent: '#7A2E1E' });
    expect(mendsOf(chosen, deriveTheme(chosen)).map(({ colour }) => colour)).toEqual(['main']);
  });
});
