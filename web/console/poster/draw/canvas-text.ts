import type { Locale } from '../../../../src/domain/locale.ts';

/** What is drawn on: a context whose unit is a 210th of the sheet's width, so a millimetre of A4. */
export type Paper = {
  ctx: CanvasRenderingContext2D;
  width: number;
  height: number;
  locale: Locale;
};

export type TextStyle = {
  /** Tried from large to small until the text fits. */
  size: number;
  sizeMin?: number;
  weight?: number;
  family: string;
  colour: string;
  width: number;
  linesMax?: number;
  lineHeight?: number;
  /** In parts of the size. */
  spacing?: number;
};

/** Something of known height that can be drawn with its top at y. */
export type Block = { height: number; draw(y: number): void };

const SANS = '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei"';
const SANS_TC = '"PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei"';
const SERIF = '"Songti SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun';
const SERIF_TC = '"Songti TC", "Noto Serif CJK TC", "Noto Serif TC", PMingLiU';

/** The reader's own fonts, as the mall names them: nothing is loaded to print a sheet. */
export function fontFamily(heading: 'serif' | 'sans', locale: Locale): string {
  const taiwan = locale === 'zh-TW';
  if (heading === 'serif')
    return `"Iowan Old Style", "Source Serif 4", Georgia, ${taiwan ? SERIF_TC : SERIF}, serif`;
  return `system-ui, -apple-system, "Segoe UI", Roboto, ${taiwan ? SANS_TC : SANS}, sans-serif`;
}

/** Text in the middle of x, as large as fits into its lines; what still does not fit ends in "…". */
export function textBlock(paper: Paper, text: string, style: TextStyle, x = paper.width / 2): Block {
  const { ctx } = paper;
  const { size: sizeMax, sizeMin = sizeMax * 0.6, linesMax = 1, lineHeight = 1.25 } = style;
  let size = sizeMax;
  let lines = wrapped(paper, text, { ...style, size });
  while (lines.length > linesMax && size > sizeMin) {
    size = Math.max(sizeMin, size * 0.94);
    lines = wrapped(paper, text, { ...style, size });
  }
  if (lines.length > linesMax) {
    const kept = lines.slice(0, linesMax);
    lines = [...kept.slice(0, -1), `${kept.at(-1)?.trimEnd() ?? ''}…`];
  }
  return {
    height: lines.length * size * lineHeight,
    draw(y) {
      setFont(ctx, { ...style, size });
      ctx.fillStyle = style.colour;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [place, line] of lines.entries())
        ctx.fillText(line.trim(), x, y + (place + 0.5) * size * lineHeight);
    },
  };
}

/** The width of one line of text in its style. */
export function textWidth({ ctx }: Paper, text: string, style: TextStyle): number {
  setFont(ctx, style);
  return ctx.measureText(text).width;
}

function setFont(ctx: CanvasRenderingContext2D, { size, weight = 400, family, spacing = 0 }: TextStyle) {
  ctx.font = `${weight} ${size}px ${family}`;
  ctx.letterSpacing = `${size * spacing}px`;
}

/** Lines no wider than the style's; broken between words, which Chinese has too. */
function wrapped({ ctx, locale }: Paper, text: string, style: TextStyle): string[] {
  setFont(ctx, style);
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text, locale)) {
    if (line !== '' && ctx.measureText((line + word).trimEnd()).width > style.width) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return [...lines, line];
}

/** Words with the punctuation that follows them. */
function wordsOf(text: string, locale: Locale): string[] {
  const parts: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (isWordLike || parts.length === 0) parts.push(segment);
    else parts[parts.length - 1] += segment;
  }
  return parts;
}

/** The least air between two blocks; where that does not fit, all of it is drawn smaller. */
const GAP_MIN = 4;

/** Draws blocks below each other from top to bottom, what is left over spread between them. */
export function stack({ ctx, width }: Paper, blocks: readonly Block[], top: number, bottom: number): void {
  const { gap, scale } = spread(blocks, bottom - top);
  ctx.save();
  ctx.translate((width / 2) * (1 - scale), top);
  ctx.scale(scale, scale);
  let y = 0;
  for (const block of blocks) {
    block.draw(y);
    y += block.height + gap;
  }
  ctx.restore();
}

/** How far apart blocks stand in a height, and how much smaller they are drawn to fit into it. */
export function spread(blocks: readonly Block[], room: number): { gap: number; scale: number } {
  const used = blocks.reduce((sum, { height }) => sum + height, 0);
  const gaps = Math.max(1, blocks.length - 1);
  const scale = Math.min(1, room / (used + GAP_MIN * gaps));
  return { gap: (room / scale - used) / gaps, scale };
}

/** Several blocks as one, this far apart. */
export function group(blocks: readonly Block[], gap: number): Block {
  const height = blocks.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, blocks.length - 1);
  return {
    height,
    draw(y) {
      let at = y;
      for (const block of blocks) {
        block.draw(at);
        at += block.height + gap;
      }
    },
  };
}
