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

/**
 * How members reach the shop. Every part is the merchant's own text, null when not given; shops of an
 * earlier release have no `wechat`.
 */
export type ShopContact = {
  phone: string | null;
  email: string | null;
  address: string | null;
  /** An account's name, for people to search for. */
  wechat?: string | null | undefined;
  /** Whether members may fetch goods in the shop; absent: see `offersPickUp`. */
  pickUp?: boolean | undefined;
};

/** What an owner opens a mall for (S24): customers come back, members stay active, more people join. */
export const GOALS = ['return', 'active', 'grow'] as const;
export type Goal = (typeof GOALS)[number];
