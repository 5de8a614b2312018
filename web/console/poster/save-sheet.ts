import { drawSheet } from './draw/draw-sheet.ts';
import { printPixels, SHEET_PAPERS, type SheetContent } from './model.ts';

/** Fine enough that no eye finds the difference on paper, and a tenth of the lossless file. */
const JPEG_QUALITY = 0.95;

function printed(content: SheetContent, logo: HTMLImageElement | null): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, printPixels(SHEET_PAPERS[content.sheet]));
  drawSheet(canvas, content, logo);
  return canvas;
}

/** The sheet as a picture at 300 dots per inch. */
export function sheetPng(content: SheetContent, logo: HTMLImageElement | null): Promise<Blob> {
  return blobOf(printed(content, logo), 'image/png');
}

/** The sheet as one page of its paper's size. Words are drawn, so the file needs no fonts. */
export async function sheetPdf(content: SheetContent, logo: HTMLImageElement | null): Promise<Blob> {
  const [{ jsPDF }, picture] = await Promise.all([
    import('jspdf'),
    blobOf(printed(content, logo), 'image/jpeg').then((blob) => blob.arrayBuffer()),
  ]);
  const { widthMm, heightMm, format } = SHEET_PAPERS[content.sheet];
  const pdf = new jsPDF({ unit: 'mm', format, compress: true });
  pdf.setProperties({ title: `${content.shopName} · ${content.headline}` });
  pdf.setLanguage(content.locale === 'en' ? 'en' : content.locale === 'zh-TW' ? 'zh-TW' : 'zh-CN');
  pdf.addImage(new Uint8Array(picture), 'JPEG', 0, 0, widthMm, heightMm);
  return pdf.output('blob');
}

function blobOf(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('the sheet is too large for this browser'))),
      type,
      JPEG_QUALITY,
    );
  });
}
