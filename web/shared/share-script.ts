/** The card as a picture: what most phones show whole. */
const WIDTH = 1080;
const HEIGHT = 1440;
const MARGIN = 72;
const CODE_SIZE = 240;
const NAME_LINES_MAX = 2;

/** Hands a reward's card on: as a picture where the browser can, else as a link; with neither the button stays away. */
export function offerShare(button: HTMLButtonElement): void {
  const url = button.dataset.share ?? '';
  const title = button.dataset.title ?? '';
  const card = document.querySelector<HTMLElement>('.share-card');
  if (!card || !navigator.share) return;
  button.hidden = false;
  // Drawn ahead: a browser opens its sheet only in the moment of the tap.
  let picture: File | null = null;
  drawCard(card)
    .then((blob) => {
      if (blob) picture = new File([blob], 'card.png', { type: 'image/png' });
    })
    .catch(() => {});
  button.addEventListener('click', () => {
    const files = picture ? [picture] : [];
    const whole = { title, text: title, url, files };
    const data = files.length > 0 && navigator.canShare?.(whole) ? whole : { title, url };
    // Whoever closes the sheet has not shared: that is no failure.
    navigator.share(data).catch(() => {});
  });
}

async function drawCard(card: HTMLElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = getComputedStyle(card).backgroundColor;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = getComputedStyle(card.querySelector('.picture') ?? card).backgroundColor;
  pen.fillRect(0, 0, WIDTH, WIDTH);
  await drawPicture(pen, card.querySelector('img'));
  const textWidth = WIDTH - 3 * MARGIN - CODE_SIZE;
  let y = WIDTH + 92;
  for (const [part, size, step] of [
    ['.share-shop', 34, 74],
    ['.share-name', 56, 76],
    ['.share-price', 48, 64],
  ] as const) {
    const element = card.querySelector<HTMLElement>(part);
    if (!element) continue;
    const style = getComputedStyle(element.querySelector('.points') ?? element);
    pen.fillStyle = style.color;
    pen.font = `${style.fontWeight} ${size}px ${style.fontFamily}`;
    for (const line of linesOf(pen, element.textContent?.trim() ?? '', textWidth)) {
      pen.fillText(line, MARGIN, y);
      y += step;
    }
  }
  drawCode(pen, card.querySelector('.qr path'));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The middle of the picture, as wide as the card. Drawn whole and cut: a drawing without a size has no source to cut. */
async function drawPicture(pen: CanvasRenderingContext2D, image: HTMLImageElement | null): Promise<void> {
  if (!image) return;
  await image.decode();
  const scale = WIDTH / Math.min(image.naturalWidth, image.naturalHeight);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, WIDTH, WIDTH);
  pen.clip();
  pen.drawImage(image, (WIDTH - width) / 2, (WIDTH - height) / 2, width, height);
  pen.restore();
}

function drawCode(pen: CanvasRenderingContext2D, path: SVGPathElement | null): void {
  const size = path?.ownerSVGElement?.viewBox.baseVal.width;
  if (!path || !size) return;
  pen.save();
  pen.translate(WIDTH - MARGIN - CODE_SIZE, WIDTH + 60);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, CODE_SIZE, CODE_SIZE);
  pen.scale(CODE_SIZE / size, CODE_SIZE / size);
  pen.fillStyle = '#000000';
  pen.fill(new Path2D(path.getAttribute('d') ?? ''));
  pen.restore();
}

/** Breaks between characters, as Chinese does; a name in Latin letters breaks at its last space. */
function linesOf(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (pen.measureText(line + character).width <= width) {
      line += character;
      continue;
    }
    const space = line.lastIndexOf(' ');
    lines.push(space > 0 ? line.slice(0, space) : line);
    line = (space > 0 ? line.slice(space + 1) : '') + character;
  }
  lines.push(line);
  return lines.slice(0, NAME_LINES_MAX);
}
