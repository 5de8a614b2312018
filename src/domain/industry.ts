import type { Theme } from './shop.ts';

export const INDUSTRIES = ['clothing', 'beauty', 'courses', 'other'] as const;
export type Industry = (typeof INDUSTRIES)[number];

const EDITORIAL: Theme = {
  layout: 'editorial',
  cornerPixels: 0,
  heading: 'serif',
  light: {
    main: '#23433B',
    onMain: '#FFFFFF',
    page: '#F6F2EA',
    text: '#1D2421',
    accent: '#A34A28',
    accentText: '#A34A28',
  },
  dark: {
    main: '#9CC7B6',
    onMain: '#12201C',
    page: '#12201C',
    text: '#F6F2EA',
    accent: '#E8A57F',
    accentText: '#E8A57F',
  },
};

const SOFT: Theme = {
  layout: 'soft',
  cornerPixels: 20,
  heading: 'sans',
  light: {
    main: '#7A2E4D',
    onMain: '#FFFFFF',
    page: '#FDF3F4',
    text: '#33202A',
    accent: '#B23A63',
    accentText: '#B23A63',
  },
  dark: {
    main: '#F0A9BE',
    onMain: '#1F1419',
    page: '#1F1419',
    text: '#FDF3F4',
    accent: '#F6D9DF',
    accentText: '#F6D9DF',
  },
};

const LIVELY: Theme = {
  layout: 'lively',
  cornerPixels: 8,
  heading: 'sans',
  light: {
    main: '#2B3A8C',
    onMain: '#FFFFFF',
    page: '#FFF9EC',
    text: '#1B2140',
    accent: '#F2B53C',
    accentText: '#B45309',
  },
  dark: {
    main: '#A9B6FF',
    onMain: '#12162B',
    page: '#12162B',
    text: '#FFF9EC',
    accent: '#F2B53C',
    accentText: '#F2B53C',
  },
};

/** The look that a new shop of the industry begins with. */
export function startingTheme(industry: Industry): Theme {
  switch (industry) {
    case 'clothing':
    case 'other':
      return EDITORIAL;
    case 'beauty':
      return SOFT;
    case 'courses':
      return LIVELY;
  }
}
