import { themeCss } from '../shared/theme-css.ts';
import type { Mall } from './answers.ts';
import type { Scheme } from './contract.ts';
import { sheetOf } from './dom.ts';

/** Style for the host of a shadow tree, held to light or dark where the page asks for it. */
export function inScheme(css: string, scheme: Scheme): string {
  if (scheme === 'auto') return css;
  const media = scheme === 'dark' ? 'all' : 'not all';
  return css
    .replaceAll(/\(prefers-color-scheme:\s*dark\)/g, media)
    .replaceAll(/color-scheme:\s*light dark/g, `color-scheme:${scheme}`);
}

/** A shop's colours, corners and headings as a sheet; nothing but colours and numbers passes. */
export function themeSheet(mall: Mall | null, scheme: Scheme): CSSStyleSheet {
  return sheetOf(mall ? inScheme(themeCss(mall.theme, ':host'), scheme) : '');
}
