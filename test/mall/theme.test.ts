import { expect, test } from 'vitest';
import { inScheme } from '../../web/shared/in-scheme.ts';
import { textOn } from '../../web/shared/text-on.ts';
import { themeCss } from '../../web/shared/theme-css.ts';
import { MIANYU_THEME } from './fixtures.ts';

test('a shop’s theme becomes custom properties, light and dark', () => {
  const css = themeCss(MIANYU_THEME);
  expect(css).toContain('--main:#23433B');
  expect(css).toMatch(/prefers-color-scheme:dark\)\{:root\{--main:#9CC7B6/);
  expect(css).toContain('--corner:0px');
  expect(css).toContain('--heading-font:var(--font-serif)');
});

test('nothing a merchant typed as a colour can become CSS', () => {
  const hostile = { ...MIANYU_THEME.light, main: '#000000}body{display:none', page: 'url(//evil)' };
  const css = themeCss({ ...MIANYU_THEME, light: hostile });
  expect(css).not.toMatch(/evil|display/);
  expect(css).toContain('--text:#1D2421');
});

test('what stands on the accent can be read: the shop’s own text where it can, else black or white', () => {
  const lively = { accent: '#F2B53C', text: '#1B2140', page: '#FFF9EC' };
  expect(themeCss({ ...MIANYU_THEME, light: { ...MIANYU_THEME.light, ...lively } })).toContain(
    '--on-accent:#1B2140',
  );
  expect(textOn('#A34A28', ['#1D2421', '#F6F2EA'])).toBe('#F6F2EA');
  expect(textOn('#808080', ['#707070', '#909090'])).toBe('#000000');
});

test('a sheet is held to dark or light also where a minifier left no space in it', () => {
  const css =
    '@media(prefers-color-scheme:dark){:root{--page:#111}}@media (prefers-color-scheme: dark){a{b:c}}';
  expect(inScheme(css, 'dark')).toBe('@media all{:root{--page:#111}}@media all{a{b:c}}');
  expect(inScheme(css, 'light')).toBe('@media not all{:root{--page:#111}}@media not all{a{b:c}}');
  expect(inScheme(css, 'auto')).toBe(css);
});
