import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';

const WIDTH = 640;
const HEIGHT = 480;
/** Of one square of the code, as big as it stands before a phone that is held close. */
const SQUARE = 8;
const FRAMES = 5;
const [BLACK, GREY, WHITE, NO_COLOUR] = [16, 120, 235, 128];

/** Films a QR code that is held still before a camera: the file of raw frames that a browser takes for one. */
export function filmCode(text: string): string {
  const { size, data } = encode(text, { border: 4 });
  const left = Math.floor((WIDTH - size * SQUARE) / 2);
  const top = Math.floor((HEIGHT - size * SQUARE) / 2);
  const light = Buffer.alloc(WIDTH * HEIGHT, GREY);
  for (let y = 0; y < size * SQUARE; y += 1)
    for (let x = 0; x < size * SQUARE; x += 1) {
      const isDark = data[Math.floor(y / SQUARE)]?.[Math.floor(x / SQUARE)];
      light[(top + y) * WIDTH + left + x] = isDark ? BLACK : WHITE;
    }
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  const file = join(mkdtempSync(join(tmpdir(), 'pointmall-film-')), 'code.y4m');
  writeFileSync(file, Buffer.concat([header, ...Array.from({ length: FRAMES }, () => frame)]));
  return file;
}

/** What makes Chromium take a film for its camera, without asking anybody. */
export const cameraFlags = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];
