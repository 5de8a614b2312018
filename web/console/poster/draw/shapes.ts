import { qrPath } from '../../../shared/qr-path.ts';
import type { Block, Paper } from './canvas-text.ts';

/** Printed as dark as can be, whatever the shop's colours: cameras read contrast. */
const QR_DARK = '#111111';

export type Box = { x: number; y: number; width: number; height: number };

export function fillBox({ ctx }: Paper, { x, y, width, height }: Box, colour: string, corner = 0): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, corner);
  ctx.fill();
}

export function strokeBox(
  { ctx }: Paper,
  { x, y, width, height }: Box,
  { colour, line, corner = 0 }: { colour: string; line: number; corner?: number },
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = line;
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, corner);
  ctx.stroke();
}

/** A rule across the sheet, between two margins. */
export function rule(
  paper: Paper,
  y: number,
  { margin, line, colour }: { margin: number; line: number; colour: string },
) {
  fillBox(paper, { x: margin, y, width: paper.width - 2 * margin, height: line }, colour);
}

export function circle({ ctx }: Paper, x: number, y: number, radius: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

/** The code with its quiet zone, `side` wide, in the middle of the sheet; what is below it is white. */
export function qrBlock({ ctx, width }: Paper, text: string, side: number): Block {
  const { size, path } = qrPath(text);
  return {
    height: side,
    draw(y) {
      ctx.save();
      ctx.translate((width - side) / 2, y);
      ctx.scale(side / size, side / size);
      ctx.fillStyle = QR_DARK;
      ctx.fill(new Path2D(path));
      ctx.restore();
    },
  };
}

/** A picture at its own proportions, as large as fits, in the middle of the sheet. */
export function pictureBlock(
  paper: Paper,
  picture: HTMLImageElement,
  box: { width: number; height: number },
): Block & { width: number } {
  // A drawing without a size of its own is taken to be square.
  const ratio = (picture.naturalWidth || 1) / (picture.naturalHeight || 1);
  const height = Math.min(box.height, box.width / ratio);
  const width = height * ratio;
  return {
    height,
    width,
    draw(y) {
      paper.ctx.drawImage(picture, (paper.width - width) / 2, y, width, height);
    },
  };
}

/** A colour between two, as `color-mix` in sRGB: `share` of the first. */
export function mixed(one: string, other: string, share: number): string {
  const part = (from: number) => {
    const [a, b] = [one, other].map((hex) => Number.parseInt(hex.slice(from, from + 2), 16));
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
