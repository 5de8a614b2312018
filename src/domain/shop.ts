import type { Locale } from './locale.ts';

/** What a shop calls its points. Chinese has one form: `one` and `other` are then the same. */
export type PointsName = { [locale in Locale]: { one: string; other: string } };

/** The look of a mall; every colour is `#RRGGBB`, corners are CSS pixels. */
export type Theme = {
  layout: 'editorial' | 'soft' | 'lively';
  /** `onMain` is drawn on `main`; `accent` decorates, `accentText` is the accent as text on `page`. */
  light: ThemeColours;
  dark: ThemeColours;
  cornerPixels: 0 | 8 | 20;
  heading: 'serif' | 'sans';
};

export type ThemeColours = {
  main: string;
  onMain: string;
  page: string;
  text: string;
  accent: string;
  accentText: string;
};

/** How members reach the shop. Every part is the merchant's own text, null when not given. */
export type ShopContact = { phone: string | null; email: string | null; address: string | null };
