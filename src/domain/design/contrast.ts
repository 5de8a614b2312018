import {
  clampChroma,
  converter,
  formatHex,
  interpolate,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode as register,
  wcagContrast,
} from 'culori/fn';

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) register(mode);
const inOklch = converter('oklch');

/** WCAG 2's least contrast between a text and what it stands on. */
export const TEXT_CONTRAST_MIN = 4.5;
/** One step of lightness: too small for the eye to tell two neighbours apart. */
const STEP = 0.004;

/** A colour by how light, how colourful and of what hue it is, as people see it. */
export type Tone = { lightness: number; chroma: number; hue: number };

export function toneOf(hex: string): Tone {
  const { l = 0, c = 0, h = 0 } = inOklch(hex) as Oklch;
  return { lightness: l, chroma: c, hue: h };
}

/** `#RRGGBB` of a tone, with as much of its chroma as a screen can show. */
export function hexOf({ lightness, chroma, hue }: Tone): string {
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c: chroma, h: hue }, 'oklch')).toUpperCase();
}

/** From 1, the same colour, to 21, black on white. */
export function contrastOf(one: string, other: string): number {
  return wcagContrast(one, other);
}

/** `share` of one colour in another, as `color-mix(in srgb, …)` mixes them. */
export function mix(hex: string, share: number, into: string): string {
  return formatHex(interpolate([into, hex], 'rgb')(share)).toUpperCase();
}

/** The colour itself where it reaches `least` on every background, else the next tone of it that does. */
export function tonedUntil(
  hex: string,
  { on, least, towards }: { on: readonly string[]; least: number; towards: 'darker' | 'lighter' },
): string {
  const tone = toneOf(hex);
  const [end, step] = towards === 'darker' ? ['#000000', -STEP] : ['#FFFFFF', STEP];
  let tried = hex.toUpperCase();
  while (tried !== end && !on.every((background) => contrastOf(tried, background) >= least)) {
    tone.lightness = Math.min(1, Math.max(0, tone.lightness + step));
    tried = tone.lightness === 0 || tone.lightness === 1 ? end : hexOf(tone);
  }
  return tried;
}
