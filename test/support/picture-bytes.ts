/** Heads of pictures as their formats write them: enough to say how large they are, with no picture behind. */

const join = (...parts: (number[] | Uint8Array | string)[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])),
  );
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const u24Little = (value: number) => [value & 255, (value >> 8) & 255, value >> 16];

const chunk = (tag: string, content: number[] = []) => join(u32(content.length), tag, content, u32(0));

export function pngOf(width: number, height: number, { moves = false } = {}): Uint8Array {
  return join(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', [...u32(width), ...u32(height), 8, 6, 0, 0, 0]),
    ...(moves ? [chunk('acTL', [...u32(2), ...u32(0)])] : []),
    chunk('IDAT'),
    chunk('IEND'),
  );
}

export function jpegOf(width: number, height: number, after = ''): Uint8Array {
  const application = [0xff, 0xe0, ...u16(16), ...Array<number>(14).fill(0)];
  const frame = [0xff, 0xc2, ...u16(11), 8, ...u16(height), ...u16(width), 1, 1, 0x11, 0];
  return join([0xff, 0xd8], application, frame, [0xff, 0xd9], after);
}

export function webpOf(width: number, height: number, { moves = false } = {}): Uint8Array {
  const flags = [moves ? 2 : 0, 0, 0, 0];
  return join('RIFF', u32(0), 'WEBPVP8X', [10, 0, 0, 0], flags, u24Little(width - 1), u24Little(height - 1));
}
