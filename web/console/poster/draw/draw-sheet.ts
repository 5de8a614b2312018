import type { SheetContent } from '../model.ts';
import type { Paper } from './canvas-text.ts';
import { drawEditorial } from './editorial.ts';
import { drawLively } from './lively.ts';
import { drawSoft } from './soft.ts';

const DRAWN = { editorial: drawEditorial, soft: drawSoft, lively: drawLively };
/** Sheets are composed on 210 units across: what is a millimetre of A4 is half of one of A6. */
const UNITS_ACROSS = 210;

/** Draws a sheet in the shop's look onto the whole canvas, at whatever resolution it has. */
export function drawSheet(
  canvas: HTMLCanvasElement,
  content: SheetContent,
  logo: HTMLImageElement | null,
): void {
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser draws on no canvas');
  const scale = canvas.width / UNITS_ACROSS;
  ctx.setTransform(scale, 0, 0, scale, 0, 0);
  canvas.lang = content.locale;
  const paper: Paper = {
    ctx,
    width: UNITS_ACROSS,
    height: canvas.height / scale,
    locale: content.locale,
  };
  DRAWN[content.theme.layout](paper, content, logo);
}
