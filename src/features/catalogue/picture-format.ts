import { isPlainSvg } from './plain-svg.ts';

export type PictureFormat = { extension: 'jpg' | 'png' | 'webp' | 'svg'; contentType: string };

const FORMATS: { format: PictureFormat; matches: (bytes: Uint8Array) => boolean }[] = [
  {
    format: { extension: 'jpg', contentType: 'image/jpeg' },
    matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  },
  {
    format: { extension: 'png', contentType: 'image/png' },
    matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  {
    format: { extension: 'webp', contentType: 'image/webp' },
    matches: (bytes) => asciiAt(bytes, 0, 'RIFF') && asciiAt(bytes, 8, 'WEBP'),
  },
  {
    format: { extension: 'svg', contentType: 'image/svg+xml' },
    matches: (bytes) => isPlainSvg(bytes),
  },
];

/** What a picture's own bytes say it is, whatever it was called; null for anything that we do not show. */
export function pictureFormatOf(bytes: Uint8Array): PictureFormat | null {
  return FORMATS.find(({ matches }) => matches(bytes))?.format ?? null;
}

/** The format that a stored picture's key names. */
export function formatOfKey(pictureKey: string): PictureFormat | null {
  const [, extension] = /^[0-9a-f]{64}\.(jpg|png|webp|svg)$/.exec(pictureKey) ?? [];
  return FORMATS.find(({ format }) => format.extension === extension)?.format ?? null;
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function asciiAt(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
}
