import { qrPath } from '../../shared/qr-path.ts';

/** Sharp at 8 cm across on paper. */
const SIDE_PIXELS = 1024;

/** A text's QR code as a picture, black on white whatever the screen's colours are. */
export function codePng(text: string): Promise<Blob> {
  const { size, path } = qrPath(text);
  const canvas = Object.assign(document.createElement('canvas'), { width: SIDE_PIXELS, height: SIDE_PIXELS });
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser draws on no canvas');
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, SIDE_PIXELS, SIDE_PIXELS);
  ctx.scale(SIDE_PIXELS / size, SIDE_PIXELS / size);
  ctx.fillStyle = '#111111';
  ctx.fill(new Path2D(path));
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture of the code'))), 'image/png');
  });
}
