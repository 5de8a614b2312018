import { ICON_SIDES_PIXELS, shopIcon } from '../../../src/domain/design/shop-icon.ts';
import type { Theme } from '../../../src/domain/shop.ts';
import { pictureAddress, type ShopIcons, storePicture } from './api.ts';

export type IconSource = { name: string; theme: Theme; logoPictureKey: string | null };

/**
 * Draws the shop's icon as pictures for phones, which take no drawings, and stores them. Null where this
 * browser can't: a publish never waits for an icon.
 */
export async function drawIcons({ name, theme, logoPictureKey }: IconSource): Promise<ShopIcons | null> {
  try {
    const logo = await readAsAddress(pictureAddress(logoPictureKey));
    const svg = shopIcon({ name, colours: theme.light, logo, full: true });
    const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    const stored = ICON_SIDES_PIXELS.map(async (side) => {
      const { pictureKey } = await storePicture(await pictured(image, side), crypto.randomUUID());
      return [side, pictureKey] as const;
    });
    return Object.fromEntries(await Promise.all(stored)) as ShopIcons;
  } catch {
    return null;
  }
}

/** A drawing inside a drawing has to come along with it. */
async function readAsAddress(address: string | null): Promise<string | null> {
  if (address === null) return null;
  const response = await fetch(address);
  if (!response.ok) throw new Error('the logo could not be read');
  const blob = await response.blob();
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

async function pictured(image: HTMLImageElement, sidePixels: number): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = sidePixels;
  canvas.height = sidePixels;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no pictures');
  context.drawImage(image, 0, 0, sidePixels, sidePixels);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('this browser writes no PNG');
  return new File([blob], 'icon.png', { type: 'image/png' });
}
