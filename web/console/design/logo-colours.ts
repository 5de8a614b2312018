import { prominentColours } from '../../../src/domain/design/prominent-colours.ts';

const SIDE_PIXELS = 64;
const COLOURS_MAX = 6;

/** The colours of a picture of ours, the most telling first; none where it can't be read. */
export async function coloursOfPicture(address: string): Promise<string[]> {
  const picture = new Image(SIDE_PIXELS, SIDE_PIXELS);
  picture.src = address;
  try {
    await picture.decode();
  } catch {
    return [];
  }
  const canvas = document.createElement('canvas');
  canvas.width = SIDE_PIXELS;
  canvas.height = SIDE_PIXELS;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return [];
  context.drawImage(picture, 0, 0, SIDE_PIXELS, SIDE_PIXELS);
  return prominentColours(context.getImageData(0, 0, SIDE_PIXELS, SIDE_PIXELS).data, COLOURS_MAX);
}
