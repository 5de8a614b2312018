import { differenceEuclidean, formatHex } from 'culori/fn';
import { toneOf } from './contrast.ts';

const CHANNEL_LEVELS = 12;
/** Nearer than this two colours are one to the eye. */
const APART = 0.09;
const OPAQUE = 200;
/** Less telling than this beside the first is the soft edge of something, no colour of its own. */
const SHARE_MIN = 0.05;

const difference = differenceEuclidean('oklab');

/**
 * The colours that a picture is made of, as `#RRGGBB`: the most telling first, colourful before grey, none
 * twice. `pixels` are red, green, blue and opacity in turn; what can be seen through is no colour.
 */
export function prominentColours(pixels: Uint8ClampedArray, countMax: number): string[] {
  const bins = new Map<number, { count: number; sum: [number, number, number] }>();
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.subarray(at, at + 4);
    if (opacity < OPAQUE) continue;
    const name = [red, green, blue].reduce((sum, part) => sum * CHANNEL_LEVELS + level(part), 0);
    const bin = bins.get(name) ?? { count: 0, sum: [0, 0, 0] };
    bin.count += 1;
    bin.sum = [bin.sum[0] + red, bin.sum[1] + green, bin.sum[2] + blue];
    bins.set(name, bin);
  }
  const ranked = [...bins.values()]
    .map(({ count, sum }) => {
      const [r, g, b] = sum.map((part) => part / count / 255);
      const hex = formatHex({ mode: 'rgb', r: r ?? 0, g: g ?? 0, b: b ?? 0 }).toUpperCase();
      return { hex, weight: count * weightOf(hex) };
    })
    .sort((one, other) => other.weight - one.weight);
  const found: string[] = [];
  const least = (ranked[0]?.weight ?? 0) * SHARE_MIN;
  for (const { hex, weight } of ranked) {
    if (found.length === countMax || weight < least) break;
    if (found.every((known) => difference(known, hex) > APART)) found.push(hex);
  }
  return found;
}

function level(part: number): number {
  return Math.floor((part / 256) * CHANNEL_LEVELS);
}

/** The ground of a logo is mostly white: what has a colour says more about the shop. */
function weightOf(hex: string): number {
  const { lightness, chroma } = toneOf(hex);
  const extreme = lightness > 0.95 || lightness < 0.12;
  return (extreme ? 0.004 : 0.15) + chroma * 4;
}
