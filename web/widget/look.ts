import { inScheme } from '../shared/in-scheme.ts';
import { themeCss } from '../shared/theme-css.ts';
import type { Mall } from './answers.ts';
import type { Scheme } from './contract.ts';
import { sheetOf } from './dom.ts';

/** A shop's colours, corners and headings as a sheet; nothing but colours and numbers passes. */
export function themeSheet(mall: Mall | null, scheme: Scheme): CSSStyleSheet {
  return sheetOf(mall ? inScheme(themeCss(mall.theme, { root: ':host' }), scheme) : '');
}
