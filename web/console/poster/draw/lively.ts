import { textOn } from '../../../shared/text-on.ts';
import type { SheetContent } from '../model.ts';
import {
  type Block,
  fontFamily,
  group,
  type Paper,
  spread,
  stack,
  textBlock,
  textWidth,
} from './canvas-text.ts';
import { circle, fillBox, mixed, pictureBlock, qrBlock, strokeBox } from './shapes.ts';

const MARGIN = 15;
const PADDING = 1;
const EDGE = 1.1;
const SHADOW = 3;

/** Loud and cheerful: a block of the shop's colour, the offer as a sticker, the code in a box with a hard shadow. */
export function drawLively(paper: Paper, content: SheetContent, logo: HTMLImageElement | null): void {
  const { ctx, width, height, locale } = paper;
  const { light } = content.theme;
  const heading = fontFamily(content.theme.heading, locale);
  const sans = fontFamily('sans', locale);
  const ink = light.text;
  const inner = width - 2 * MARGIN;
  const card = content.sheet === 'table';
  ctx.fillStyle = light.page;
  ctx.fillRect(0, 0, width, height);
  const code = boxed(paper, qrBlock(paper, content.joinUrl, card ? 108 : 100), ink);
  const steps = card ? [] : [stepsBlock(paper, content, { sans, ink })];
  const muted = mixed(ink, light.page, 0.78);
  const foot = group(
    [
      textBlock(paper, content.promise, {
        family: sans,
        weight: 700,
        size: card ? 8 : 6.5,
        colour: ink,
        width: inner,
      }),
      textBlock(paper, content.address, { family: sans, size: card ? 7 : 5.2, colour: muted, width: inner }),
    ],
    1,
  );
  const shop = textBlock(paper, content.shopName, {
    family: sans,
    weight: 800,
    size: card ? 12 : 10,
    colour: light.onMain,
    width: inner,
    linesMax: 2,
  });
  const top = logo
    ? group([onWhite(paper, pictureBlock(paper, logo, { width: 60, height: 18 })), shop], 4)
    : shop;
  const headline = textBlock(paper, content.headline, {
    family: heading,
    weight: 900,
    size: card ? 24 : 26,
    colour: light.onMain,
    width: inner,
    linesMax: 2,
    lineHeight: 1.15,
  });
  const [first = '', ...more] = content.offer;
  const on = textOn(light.accent, [ink, light.page]);
  const sticker = stickerBlock(paper, first, {
    family: sans,
    ground: light.accent,
    colour: on,
    ink,
    width: inner,
  });
  const rest = more.map((text) =>
    textBlock(paper, text, {
      family: sans,
      weight: 700,
      size: 10.5,
      colour: light.onMain,
      width: inner,
      linesMax: 2,
    }),
  );
  const words = group([top, headline, sticker, ...rest], card ? 4 : 6);
  const blocks = [words, code, ...steps, foot];
  const { gap, scale } = spread(blocks, height - 2 * MARGIN);
  // The code stands half on the colour and half below it.
  const colourEnds = MARGIN + (words.height + gap + code.height * 0.45) * scale;
  fillBox(paper, { x: 0, y: 0, width, height: colourEnds }, light.main);
  fillBox(paper, { x: 0, y: colourEnds - EDGE, width, height: EDGE }, ink);
  stack(paper, blocks, MARGIN, height - MARGIN);
}

type Sticker = { family: string; ground: string; colour: string; ink: string; width: number };

function stickerBlock(
  paper: Paper,
  text: string,
  { family, ground, colour, ink, width: widthMax }: Sticker,
): Block {
  const style = { family, weight: 800, size: 14, colour, width: widthMax - 24 };
  const words = textBlock(paper, text, style);
  const width = Math.min(widthMax, textWidth(paper, text, style) + 20);
  const height = words.height + 6;
  return {
    height: height + 2,
    draw(y) {
      const { ctx } = paper;
      ctx.save();
      ctx.translate(paper.width / 2, y + height / 2);
      ctx.rotate(-0.025);
      ctx.translate(-paper.width / 2, -height / 2);
      const box = { x: (paper.width - width) / 2, y: 0, width, height };
      fillBox(paper, { ...box, x: box.x + 1.6, y: 1.6 }, ink, 3);
      fillBox(paper, box, ground, 3);
      strokeBox(paper, box, { colour: ink, line: 0.9, corner: 3 });
      words.draw(3);
      ctx.restore();
    },
  };
}

function boxed(paper: Paper, code: Block, ink: string): Block {
  const side = code.height + 2 * PADDING;
  return {
    height: side + SHADOW,
    draw(y) {
      const box = { x: (paper.width - side) / 2, y, width: side, height: side };
      fillBox(paper, { ...box, x: box.x + SHADOW, y: y + SHADOW }, ink, 6);
      fillBox(paper, box, '#ffffff', 6);
      strokeBox(paper, box, { colour: ink, line: EDGE, corner: 6 });
      code.draw(y + PADDING);
    },
  };
}

/** A logo is drawn for light ground. */
function onWhite(paper: Paper, picture: Block & { width: number }): Block {
  return {
    height: picture.height + 6,
    draw(y) {
      const width = picture.width + 6;
      fillBox(paper, { x: (paper.width - width) / 2, y, width, height: picture.height + 6 }, '#ffffff', 4);
      picture.draw(y + 3);
    },
  };
}

/** Three short lines side by side, each with its figure in a ringed disc. */
function stepsBlock(
  paper: Paper,
  { steps, theme: { light } }: SheetContent,
  { sans, ink }: { sans: string; ink: string },
): Block {
  const column = (paper.width - 2 * MARGIN) / 3;
  const on = textOn(light.accent, [ink, light.page]);
  const blocks = steps.map((text, place) => {
    const x = MARGIN + (place + 0.5) * column;
    const figure = textBlock(
      paper,
      String(place + 1),
      { family: sans, weight: 900, size: 7.5, colour: on, width: column, lineHeight: 1.8 },
      x,
    );
    const disc: Block = {
      height: figure.height,
      draw(y) {
        circle(paper, x, y + figure.height / 2, figure.height / 2 + 0.9, ink);
        circle(paper, x, y + figure.height / 2, figure.height / 2, light.accent);
        figure.draw(y);
      },
    };
    const words = { family: sans, weight: 600, size: 6, colour: ink, width: column - 6, linesMax: 2 };
    return group([disc, textBlock(paper, text, words, x)], 2);
  });
  return {
    height: Math.max(...blocks.map(({ height }) => height)),
    draw: (y) => {
      for (const block of blocks) block.draw(y);
    },
  };
}
