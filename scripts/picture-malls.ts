// Takes the pictures of the product's own page from a demo that runs here: the three malls on a phone, in each
// language, by day and by night, as a member sees them; and its first screen, which links to it show where they are
// shared. `npm start`, then `node scripts/picture-malls.ts [STATE_DIR]`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { LOCALES } from '../src/domain/locale.ts';
import { launchBrowser } from '../test/support/browser.ts';

type Demo = {
  shops: { name: string; mall: string }[];
  members: { shop: string; signInWith: string }[];
};

const SCREEN = { width: 390, height: 800 };
/** Shown at two thirds of a phone's width: more than this nobody sees. */
const SCALE = 1.5;
const QUALITY = 0.8;
/** What a link shows where it is shared, in the size that Open Graph asks for. */
const SHARED = { width: 1200, height: 630 };
const ONLY_HERO = `
  main > section:not(.hero), .site-links, .hero-actions, .hero-note, .site-foot { display: none !important }
  .site-brand { font-size: 32px } .site-mark { width: 44px; height: 44px }
  .hero-lead { font-size: 30px } .hero h1 { font-size: 76px }
`;

const root = join(import.meta.dirname, '..');
const out = join(root, 'web/site/screens');
const stateFolder = process.argv[2] ?? join(root, '.state');
const demo: Demo = JSON.parse(readFileSync(join(stateFolder, 'demo.json'), 'utf8'));

/** A browser encodes WebP by itself. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const encoded = await page.evaluate(
    async ({ source, quality }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${source}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { source: png.toString('base64'), quality: QUALITY },
  );
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
}

mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
const encoder = await browser.newPage();
for (const { name, mall } of demo.shops) {
  const member = demo.members.find(({ shop }) => shop === name);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: SCREEN, deviceScaleFactor: SCALE, colorScheme });
    const page = await context.newPage();
    await page.goto(mall);
    await page.evaluate(
      (identifier) =>
        fetch('/__local/enter', { method: 'POST', body: new URLSearchParams({ identifier }) }).then(
          () => null,
        ),
      member?.signInWith ?? '',
    );
    for (const locale of LOCALES) {
      await page.goto(`${mall}?lang=${locale}`, { waitUntil: 'networkidle' });
      const [slug] = new URL(mall).host.split('.');
      const file = join(out, `${slug}-${locale}-${colorScheme}.webp`);
      const picture = await asWebp(encoder, await page.screenshot());
      writeFileSync(file, picture);
      console.log(`${file} ${Math.round(picture.length / 1000)} kB`);
    }
    await context.close();
  }
}

const card = await browser.newContext({ viewport: SHARED, bypassCSP: true, colorScheme: 'light' });
const page = await card.newPage();
for (const locale of LOCALES) {
  await page.goto(`${siteAddress(demo)}/${locale}`);
  await page.addStyleTag({ content: ONLY_HERO });
  writeFileSync(join(out, `share-${locale}.png`), await page.screenshot());
}
await browser.close();

/** The root host of the malls. */
function siteAddress({ shops: [first] }: Demo): string {
  const { protocol, host } = new URL(first?.mall ?? '');
  return `${protocol}//${host.slice(host.indexOf('.') + 1)}`;
}
