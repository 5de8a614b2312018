import type { ShopIcons } from '../../domain/design/design.ts';
import type { ThemeColours } from '../../domain/shop.ts';
import { pictureUrl } from '../publication/build-manifest.ts';

type Source = {
  name: string;
  lang: string;
  colours: Pick<ThemeColours, 'page'>;
  barColour: string;
  icons: ShopIcons | null;
};

/** What a phone needs to put the mall on its home screen (W3C Web Application Manifest). */
export function appManifest({ name, lang, colours, barColour, icons }: Source) {
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
      ...pictures(icons),
      { ...icon, purpose: 'any' },
      // Phones cut it to a shape of their own.
      { ...icon, src: '/icon.svg?full', purpose: 'maskable' },
    ],
  };
}

/** Those that phones without an eye for drawings take; drawn up to the edge, so that they may be cut. */
function pictures(icons: ShopIcons | null) {
  if (icons === null) return [];
  return ([192, 512] as const).flatMap((side) => {
    const icon = { src: pictureUrl(icons[side]), sizes: `${side}x${side}`, type: 'image/png' };
    return [
      { ...icon, purpose: 'any' },
      { ...icon, purpose: 'maskable' },
    ];
  });
}
