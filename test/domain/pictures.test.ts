import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPlainSvg } from '../../src/features/catalogue/plain-svg.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';

const FOLDER = join(ROOT_FOLDER, 'web/pictures');
const PAPER_CUT =
  '#23433B #FFFFFF #F6F2EA #1D2421 #A34A28 #12201C #9CC7B6 #E8A57F and the tints #DCCBAA #EBE1CE';
/** Each shop's colours, light and dark, and its two tints. */
const PALETTES: Record<string, string> = {
  mianyu: PAPER_CUT,
  general: PAPER_CUT,
  mutang: '#7A2E4D #FFFFFF #FDF3F4 #33202A #B23A63 #1F1419 #F0A9BE #F6D9DF and the tints #F9D9C9 #B9CDB2',
  lamplight: '#2B3A8C #FFFFFF #FFF9EC #1B2140 #F2B53C #B45309 #12162B #A9B6FF and the tints #4C5DC4 #FBDD94',
};

const pictures = Object.keys(PALETTES).flatMap((folder) =>
  readdirSync(join(FOLDER, folder)).map((file) => {
    const bytes = readFileSync(join(FOLDER, folder, file));
    return { folder, file, name: `${folder}/${file}`, bytes, svg: bytes.toString('utf8') };
  }),
);
type Picture = (typeof pictures)[number];
const failing = (holds: (picture: Picture) => boolean) =>
  pictures.filter((picture) => !holds(picture)).map(({ name }) => name);
const shapesOf = ({ svg }: Picture) => svg.match(/<(path|circle|ellipse|rect|polygon)\b/g)?.length ?? 0;
const isBanner = ({ file }: Picture) => file === 'banner.svg';

describe('the drawings of web/pictures', () => {
  test('every shop has twelve rewards, a banner and a mark, the general template six rewards', () => {
    const rewards = Object.fromEntries(
      Object.keys(PALETTES).map((folder) => {
        const files = pictures.filter((picture) => picture.folder === folder).map(({ file }) => file);
        const others = ['banner.svg', 'mark.svg', 'coupon.svg', 'course-100.svg'];
        return [folder, files.filter((file) => !others.includes(file)).length];
      }),
    );
    expect(rewards).toEqual({ mianyu: 12, mutang: 12, lamplight: 12, general: 6 });
    const whole = ['mianyu', 'mutang', 'lamplight'].flatMap((shop) => [
      `${shop}/banner.svg`,
      `${shop}/mark.svg`,
    ]);
    expect(whole.filter((name) => !pictures.some((picture) => picture.name === name))).toEqual([]);
  });

  test('each is a plain drawing that the catalogue takes, 480 square, a banner 1200 by 480, a mark 240 square', () => {
    const sizeOf = ({ file }: Picture) =>
      file === 'banner.svg' ? '1200 480' : file === 'mark.svg' ? '240 240' : '480 480';
    expect(failing(({ bytes }) => isPlainSvg(bytes))).toEqual([]);
    expect(failing((picture) => picture.svg.includes(`viewBox="0 0 ${sizeOf(picture)}"`))).toEqual([]);
  });

  test('a picture is at most 4 kB and 60 shapes, a banner 8 kB', () => {
    expect(failing((picture) => picture.bytes.length <= (isBanner(picture) ? 8192 : 4096))).toEqual([]);
    expect(failing((picture) => isBanner(picture) || shapesOf(picture) <= 60)).toEqual([]);
  });

  test('each keeps to its shop’s colours and two tints, black only as shade', () => {
    const strange = pictures.flatMap(({ name, folder, svg }) =>
      [...svg.matchAll(/(?:fill|stroke|stop-color)="([^"]*)"/g)]
        .map(([, colour = '']) => colour)
        .filter((colour) => !/^(none|url\(#\w\))$/.test(colour) && !PALETTES[folder]?.includes(colour))
        .map((colour) => `${name} ${colour}`),
    );
    expect(strange).toEqual([]);
    // What names no fill is black: a shade, let through for the most part, or the cut of a mask.
    const solid = failing(({ svg }) =>
      [...svg.replace(/<clipPath.*?<\/clipPath>/g, '').matchAll(/<(?:path|circle|ellipse)\b[^>]*>/g)].every(
        ([shape]) => / (fill|stroke)="/.test(shape) || / fill-opacity="\.(?:08|1|12)"/.test(shape),
      ),
    );
    expect(solid).toEqual([]);
  });

  test('none says a word: no text, no title', () => {
    expect(failing(({ svg }) => !/<(text|tspan|title|desc)\b/.test(svg))).toEqual([]);
  });
});
