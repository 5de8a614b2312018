const SIDE_PIXELS = 960;
const QUALITY = 0.85;
/** A smaller square, or the middle of a narrower strip, shows nothing on a tile. */
const SIDE_PIXELS_MIN = 100;

/** Readable, but there is not enough of it to show. */
export class PictureTooSmall extends Error {
  override name = 'PictureTooSmall';
}

/** A square of a photo, in its own pixels. */
export type CutArea = { x: number; y: number; width: number };

/**
 * Cuts a photo to a square, its middle one unless told otherwise, and to the size the mall shows, so that a
 * phone's 8 MB becomes 100 kB.
 */
export async function shrinkPicture(file: File, area?: CutArea): Promise<File> {
  const bitmap = await createImageBitmap(file);
  const side = area?.width ?? Math.min(bitmap.width, bitmap.height);
  if (side < SIDE_PIXELS_MIN) throw new PictureTooSmall();
  const pixels = Math.min(side, SIDE_PIXELS);
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const context = canvas.getContext('2d');
  if (context === null) return file;
  // A transparent picture would turn black as JPEG.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, pixels, pixels);
  const [left, top] = area ? [area.x, area.y] : [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.drawImage(bitmap, left, top, side, side, 0, 0, pixels, pixels);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return blob === null ? file : new File([blob], 'picture.jpg', { type: blob.type });
}
