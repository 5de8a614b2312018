import type { SheetContent } from '../model.ts';
import { type Block, fontFamily, group, type Paper, stack, textBlock } from './canvas-text.ts';
import { mixed, pictureBlock, qrBlock, rule, strokeBox } from './shapes.ts';

const MARGIN = 16;
const FRAME = 1;

/** A printed page: masthead between rules, large serif words, hairlines in place of boxes. */
export function drawEditorial(paper: Paper, content: SheetContent, logo: HTMLImageElement | null): void {
  const { ctx, width, height, locale } = paper;
  const { light } = content.theme;
  const heading = fontFamily(content.theme.heading, locale);
  const sans = fontFamily('sans', locale);
  const line = mixed(light.text, light.page, 0.5);
  const muted = mixed(light.text, light.page, 0.76);
  const inner = width - 2 * MARGIN;
  const card = content.sheet === 'table';
  ctx.fillStyle = light.page;
  ctx.fillRect(0, 0, width, height);
  rule(paper, MARGIN, { margin: MARGIN, line: 1, colour: light.text });
  rule(paper, MARGIN + 2, { margin: MARGIN, line: 0.3, colour: light.text });
  rule(paper, height - MARGIN - 0.3, { margin: MARGIN, line: 0.3, colour: light.text });

  const shop = textBlock(paper, content.shopName, {
    family: heading,
    weight: 600,
    size: card ? 15 : 13,
    colour: light.text,
    width: inner,
    linesMax: 2,
    spacing: 0.1,
  });
  const masthead = logo ? group([pictureBlock(paper, logo, { width: 70, height: 20 }), shop], 4) : shop;
  const headline = textBlock(paper, content.headline, {
    family: heading,
    weight: 600,
    size: card ? 23 : 26,
    colour: light.text,
    width: inner,
    linesMax: 2,
    lineHeight: 1.2,
    spacing: 0.03,
  });
  const offer = group(
    content.offer.map((text, place) =>
      textBlock(paper, text, {
        family: heading,
        size: place === 0 ? 14 : 10.5,
        colour: place === 0 ? light.accentText : light.text,
        width: inner,
        linesMax: 2,
      }),
    ),
    1.5,
  );
  const words = group([headline, offer], card ? 4 : 6);
  const code = framed(paper, qrBlock(paper, content.joinUrl, card ? 116 : 104), line);
  const foot = group(
    [
      textBlock(paper, content.promise, { family: sans, size: card ? 8 : 6, colour: muted, width: inner }),
      textBlock(paper, content.address, { family: sans, size: card ? 7 : 5.2, colour: muted, width: inner }),
    ],
    1,
  );
  const steps = card ? [] : [stepsBlock(paper, content, { heading, sans, line })];
  stack(paper, [masthead, words, code, ...steps, foot], MARGIN + 9, height - MARGIN - 5);
}

function framed(paper: Paper, code: Block, colour: string): Block {
  const side = code.height;
  return {
    height: side + 2 * FRAME,
    draw(y) {
      const box = {
        x: (paper.width - side) / 2 - FRAME,
        y,
        width: side + 2 * FRAME,
        height: side + 2 * FRAME,
      };
      paper.ctx.fillStyle = '#ffffff';
      paper.ctx.fillRect(box.x, box.y, box.width, box.height);
      strokeBox(paper, box, { colour, line: 0.3 });
      code.draw(y + FRAME);
    },
  };
}

type Manner = { heading: string; sans: string; line: string };

/** Three columns below hairlines, each with its figure. */
function stepsBlock(
  paper: Paper,
  { steps, theme: { light } }: SheetContent,
  { heading, sans, line }: Manner,
): Block {
  const gap = 8;
  const column = (paper.width - 2 * MARGIN - 2 * gap) / 3;
  const lefts = steps.map((_, place) => MARGIN + place * (column + gap));
  const blocks = steps.map((text, place) => {
    const x = (lefts[place] ?? 0) + column / 2;
    const figure = { family: heading, size: 11, colour: light.accentText, width: column };
    const words = { family: sans, size: 6, colour: light.text, width: column, linesMax: 2 };
    return group([textBlock(paper, String(place + 1), figure, x), textBlock(paper, text, words, x)], 0.5);
  });
  return {
    height: Math.max(...blocks.map(({ height }) => height)) + 3,
    draw(y) {
      for (const [place, block] of blocks.entries()) {
        paper.ctx.fillStyle = line;
        paper.ctx.fillRect(lefts[place] ?? 0, y, column, 0.3);
        block.draw(y + 3);
      }
    },
  };
}
