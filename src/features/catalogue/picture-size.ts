/** How large a picture says that it is, before anybody takes the memory to find out. */
export type PictureSize = { widthPixels: number; heightPixels: number; moves: boolean };

/** A frame's header in a JPEG: every SOF but the markers that lie between them (DHT, JPG, DAC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length of their own. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const WEBP_ANIMATION = 0x02;

/** The size in a picture's own header; null where it can't be read: cut off, broken, or no picture. */
export function pictureSizeOf(extension: 'jpg' | 'png' | 'webp', bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = READERS[extension](view);
    return size && size.widthPixels > 0 && size.heightPixels > 0 ? size : null;
  } catch (failure) {
    // Read past the end: what is cut off there was no whole picture.
    if (failure instanceof RangeError) return null;
    throw failure;
  }
}

const READERS = { jpg: jpegSize, png: pngSize, webp: webpSize };

function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else if (isFrame(marker)) {
      return { widthPixels: view.getUint16(at + 7), heightPixels: view.getUint16(at + 5), moves: false };
    } else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return null;
}

function pngSize(view: DataView): PictureSize | null {
  if (tagAt(view, 12) !== 'IHDR') return null;
  const size = { widthPixels: view.getUint32(16), heightPixels: view.getUint32(20) };
  // An animation says so before its first picture.
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const tag = tagAt(view, at + 4);
    if (tag === 'acTL') return { ...size, moves: true };
    if (tag === 'IDAT') return { ...size, moves: false };
  }
  return null;
}

function webpSize(view: DataView): PictureSize | null {
  switch (tagAt(view, 12)) {
    case 'VP8 ':
      return {
        widthPixels: view.getUint16(26, true) & 0x3fff,
        heightPixels: view.getUint16(28, true) & 0x3fff,
        moves: false,
      };
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return {
        widthPixels: (packed & 0x3fff) + 1,
        heightPixels: ((packed >>> 14) & 0x3fff) + 1,
        moves: false,
      };
    }
    case 'VP8X':
      return {
        widthPixels: threeBytesAt(view, 24) + 1,
        heightPixels: threeBytesAt(view, 27) + 1,
        moves: (view.getUint8(20) & WEBP_ANIMATION) !== 0,
      };
    default:
      return null;
  }
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)));
}

function threeBytesAt(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}
