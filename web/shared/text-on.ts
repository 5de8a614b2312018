/** WCAG 2.2's least contrast of text. */
const READABLE = 4.5;
/** Between them at least one is readable on any colour. */
const LAST_RESORTS = ['#000000', '#ffffff'];

/** The first of these colours, all `#RRGGBB`, that is readable on the ground; black or white where none is. */
export function textOn(ground: string, wanted: readonly string[]): string {
  const found = [...wanted, ...LAST_RESORTS].find((colour) => contrast(ground, colour) >= READABLE);
  return found ?? '#000000';
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
