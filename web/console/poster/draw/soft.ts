import type { SheetContent } from '../model.ts';
import { type Block, fontFamily, group, type Paper, stack, textBlock, textWidth } from './canvas-text.ts';
import { circle, fillBox, mixed, pictureBlock, qrBlock } from './shapes.ts';

const MARGIN = 16;
const PADDING = 2;

/** Calm and round: a light headline over soft discs, the code on a white card, the offer in a pill. */
export function drawSoft(paper: Paper, content: SheetContent, logo: HTMLImageElement | null): void {
  const { ctx, width, height, locale } = paper;
  const { light } = content.theme;
  const heading = fontFamily(content.theme.heading, locale);
  const sans = fontFamily('sans', locale);
  const muted = mixed(light.text, light.page, 0.78);
  const inner = width - 2 * MARGIN;
  const card = content.sheet === 'table';
  ctx.fillStyle = light.page;
  ctx.fillRect(0, 0, width, height);
  circle(paper, width * 0.92, height * 0.06, 62, mixed(light.accent, light.page, 0.14));
  circle(paper, width * 0.04, height * 0.52, 54, mixed(light.main, light.page, 0.09));
  circle(paper, width * 0.98, height * 0.94, 46, mixed(light.accent, light.page, 0.1));

  const shop = textBlock(paper, content.shopName, {
    family: sans,
    weight: 500,
    size: card ? 12 : 10,
    colour: light.accentText,
    width: inner,
    linesMax: 2,
    spacing: 0.06,
  });
  const top = logo ? group([pictureBlock(paper, logo, { width: 70, height: 20 }), shop], 4) : shop;
  const headline = textBlock(paper, content.headline, {
    family: heading,
    weight: 300,
    size: card ? 23 : 25,
    colour: light.text,
    width: inner,
    linesMax: 2,
    lineHeight: 1.2,
    spacing: 0.02,
  });
  const [first = '', ...more] = content.offer;
  const offer = group(
    [
      pill(paper, first, { family: sans, ground: light.main, colour: light.onMain, width: inner }),
      ...more.map((text) =>
        textBlock(paper, text, { family: sans, size: 10.5, colour: light.text, width: inner, linesMax: 2 }),
      ),
    ],
    3.5,
  );
  const code = onCard(paper, qrBlock(paper, content.joinUrl, card ? 114 : 102), light.text);
  const foot = group(
    [
      textBlock(paper, content.promise, { family: sans, size: card ? 8 : 6, colour: muted, width: inner }),
      textBlock(paper, content.address, { family: sans, size: card ? 7 : 5.2, colour: muted, width: inner }),
    ],
    1,
  );
  const steps = card ? [] : [stepsBlock(paper, content, sans)];
  stack(
    paper,
    [top, group([headline, offer], card ? 5 : 7), code, ...steps, foot],
    MARGIN + 2,
    height - MARGIN,
  );
}

type Pill = { family: string; ground: string; colour: string; width: number };

function pill(paper: Paper, text: string, { family, ground, colour, width: widthMax }: Pill): Block {
  const style = { family, weight: 500, size: 13, colour, width: widthMax - 24 };
  const words = textBlock(paper, text, style);
  const width = Math.min(widthMax, textWidth(paper, text, style) + 24);
  const height = words.height + 7;
  return {
    height,
    draw(y) {
      fillBox(paper, { x: (paper.width - width) / 2, y, width, height }, ground, height / 2);
      words.draw(y + 3.5);
    },
  };
}

function onCard(paper: Paper, code: Block, ink: string): Block {
  const side = code.height + 2 * PADDING;
  return {
    height: side,
    draw(y) {
      const { ctx } = paper;
      const x = (paper.width - side) / 2;
      // A shadow is cut to the pixel by the transform, so it is drawn as discs of light tint would be.
      for (const [spread, strength] of [
        [2.4, 0.025],
        [1.6, 0.03],
        [0.8, 0.035],
      ] as const) {
        ctx.globalAlpha = strength;
        const box = {
          x: x - spread,
          y: y - spread + 1.6,
          width: side + 2 * spread,
          height: side + 2 * spread,
        };
        fillBox(paper, box, ink, 14 + spread);
      }
      ctx.globalAlpha = 1;
      fillBox(paper, { x, y, width: side, height: side }, '#ffffff', 14);
      code.draw(y + PADDING);
    },
  };
}

/** Three short lines side by side, each under its disc. */
function stepsBlock(paper: Paper, { steps, theme: { light } }: SheetContent, sans: string): Block {
  const column = (paper.width - 2 * MARGIN) / 3;
  const tint = mixed(light.accent, light.page, 0.2);
  const blocks = steps.map((text, place) => {
    const x = MARGIN + (place + 0.5) * column;
    const style = { family: sans, size: 6, colour: light.text, width: column - 8, linesMax: 2 };
    const figure = textBlock(
      paper,
      String(place + 1),
      { family: sans, size: 6.5, colour: light.text, width: column, lineHeight: 1.9 },
      x,
    );
    const disc: Block = {
      height: figure.height,
      draw(y) {
        circle(paper, x, y + figure.height / 2, figure.height / 2, tint);
        figure.draw(y);
      },
    };
    return group([disc, textBlock(paper, text, style, x)], 1.5);
  });
  return {
    height: Math.max(...blocks.map(({ height }) => height)),
    draw: (y) => {
      for (const block of blocks) block.draw(y);
    },
  };
}
