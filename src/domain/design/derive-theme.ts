import { startingTheme } from '../industry.ts';
import type { Theme, ThemeColours } from '../shop.ts';
import { contrastOf, hexOf, mix, TEXT_CONTRAST_MIN, type Tone, tonedUntil, toneOf } from './contrast.ts';
import { type DesignBody, type Look, lookOf, sameColours } from './look.ts';

/** Below this a button would be lost on the page, whatever is written on it. */
const FILL_CONTRAST_MIN = 1.4;
/** Brand colours in the dark: light enough to stand out, never glaring. */
const DARK_LIGHTNESS = 0.8;
const DARK_CHROMA_MAX = 0.11;
const PAPER_HUE = 85;

/** What people drew by hand for each layout; a shop that keeps its two colours keeps it all. */
const DRAWN: Theme[] = [startingTheme('clothing'), startingTheme('beauty'), startingTheme('courses')];

/**
 * The whole theme, light and dark, that follows from a shop's choices. Every text it holds has a
 * contrast of at least 4.5 on page, card and button, whatever two colours were chosen.
 */
export function deriveTheme(look: Look): Theme {
  const { layout, cornerPixels, heading } = look;
  const drawn = DRAWN.find((theme) => sameColours(lookOf(theme), look));
  const colours = drawn ? { light: drawn.light, dark: drawn.dark } : coloursOf(look);
  return { layout, cornerPixels, heading, ...colours };
}

/** The theme of a look; colours that `known` designs have already stay what they are, also where they were never derived. */
export function themeKeeping(look: Look, known: Pick<DesignBody, 'look' | 'theme'>[]): Theme {
  const kept = known.find((each) => sameColours(each.look, look));
  if (!kept) return deriveTheme(look);
  const { layout, cornerPixels, heading } = look;
  return { layout, cornerPixels, heading, light: kept.theme.light, dark: kept.theme.dark };
}

/** A colour that could not be read as it was chosen, and what stands in its place. */
export type Mend = { colour: 'main' | 'accent'; chosen: string; used: string };

/** What the theme does otherwise than it was chosen: the accent as text, the main colour as a button. */
export function mendsOf(look: Look, theme: Theme): Mend[] {
  const mends: Mend[] = [
    { colour: 'main', chosen: look.main, used: theme.light.main },
    { colour: 'accent', chosen: look.accent, used: theme.light.accentText },
  ];
  return mends.filter(({ chosen, used }) => chosen.toUpperCase() !== used.toUpperCase());
}

/** What text stands on in the mall besides the page itself: web/shared/tokens.css mixes the same. */
export function groundsOf(
  scheme: 'light' | 'dark',
  { page, main, accent }: Pick<ThemeColours, 'page' | 'main' | 'accent'>,
): string[] {
  const surface = scheme === 'light' ? mix(page, 0.3, '#FFFFFF') : mix(page, 0.93, '#FFFFFF');
  const [sunken, tint] = [mix(main, 0.07, page), mix(accent, 0.14, page)];
  return [page, surface, sunken, tint];
}

function coloursOf(look: Look): Pick<Theme, 'light' | 'dark'> {
  const main = toneOf(look.main);
  const accent = toneOf(look.accent);
  const light = lightOf(look, main, accent);
  return { light, dark: darkOf(light.page, main, accent) };
}

function lightOf({ layout, main: chosenMain, accent }: Look, mainTone: Tone, accentTone: Tone): ThemeColours {
  const page = hexOf(pageTone(layout, mainTone, accentTone));
  const text = hexOf({ lightness: 0.25, chroma: Math.min(mainTone.chroma, 0.03), hue: mainTone.hue });
  const main = tonedUntil(chosenMain, { on: [page], least: FILL_CONTRAST_MIN, towards: 'darker' });
  const on = groundsOf('light', { page, main, accent });
  return {
    main,
    onMain: readableOn(main, ['#FFFFFF', text]),
    page,
    text,
    accent: accent.toUpperCase(),
    accentText: tonedUntil(accent, { on, least: TEXT_CONTRAST_MIN, towards: 'darker' }),
  };
}

function darkOf(text: string, mainTone: Tone, accentTone: Tone): ThemeColours {
  const page = hexOf({ lightness: 0.23, chroma: Math.min(mainTone.chroma, 0.025), hue: mainTone.hue });
  const main = hexOf(inTheDark(mainTone));
  const accent = hexOf(inTheDark(accentTone));
  const on = groundsOf('dark', { page, main, accent });
  const accentText = tonedUntil(accent, { on, least: TEXT_CONTRAST_MIN, towards: 'lighter' });
  return { main, onMain: readableOn(main, [page]), page, text, accent, accentText };
}

/** Paper for the quiet layout, a breath of the main colour for the soft one, of the accent for the lively. */
function pageTone(layout: Theme['layout'], main: Tone, accent: Tone): Tone {
  switch (layout) {
    case 'editorial':
      return { lightness: 0.962, chroma: 0.01, hue: PAPER_HUE };
    case 'soft':
      return { lightness: 0.972, chroma: Math.min(main.chroma, 0.012), hue: main.hue };
    case 'lively':
      return { lightness: 0.983, chroma: Math.min(accent.chroma, 0.018), hue: accent.hue };
  }
}

function inTheDark({ lightness, chroma, hue }: Tone): Tone {
  return {
    lightness: Math.max(lightness, DARK_LIGHTNESS),
    chroma: Math.min(chroma, DARK_CHROMA_MAX),
    hue,
  };
}

/** The first of the colours that can be read on the ground; black or white can be on any. */
function readableOn(ground: string, wanted: string[]): string {
  const all = [...wanted, '#FFFFFF', '#000000'];
  return all.find((each) => contrastOf(each, ground) >= TEXT_CONTRAST_MIN) ?? '#000000';
}
