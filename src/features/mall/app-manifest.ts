import type { ThemeColours } from '../../domain/shop.ts';

type Source = { name: string; lang: string; colours: Pick<ThemeColours, 'page'>; barColour: string };

/** What a phone needs to put the mall on its home screen (W3C Web Application Manifest). */
export function appManifest({ name, lang, colours, barColour }: Source) {
  const icon = { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' };
  return {
    name,
    short_name: [...name].slice(0, 12).join(''),
    lang,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: colours.page,
    theme_color: barColour,
    icons: [
      { ...icon, purpose: 'any' },
      // Phones cut it to a shape of their own.
      { ...icon, src: '/icon.svg?full', purpose: 'maskable' },
    ],
  };
}
