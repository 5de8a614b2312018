import { expect, test } from 'vitest';
import type { Locale } from '../../src/domain/locale.ts';
import { STATES } from './states.tsx';

const page = (name: string, locale: Locale = 'zh-CN') => STATES[name]?.(locale) ?? '';

test('search engines are led to what is everybody’s, in each language, and away from what is somebody’s', () => {
  const home = 'https://mianyu.example/';
  const told = (name: string, locale: Locale = 'zh-CN') =>
    [
      ...page(name, locale).matchAll(
        /<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]+)"/g,
      ),
    ].map(([, , language, address]) => [language ?? 'canonical', address]);
  const languages = [
    ['zh-CN', home],
    ['zh-TW', `${home}?lang=zh-TW`],
    ['en', `${home}?lang=en`],
    ['x-default', home],
  ];
  expect(told('home signed out')).toEqual([['canonical', home], ...languages]);
  expect(told('home signed out', 'en')).toEqual([['canonical', `${home}?lang=en`], ...languages]);
  for (const name of ['points', 'me', 'addresses', 'redemption confirmed', 'confirm'])
    expect([name, told(name), page(name).includes('<meta name="robots" content="noindex"/>')]).toEqual([
      name,
      [],
      true,
    ]);
});
