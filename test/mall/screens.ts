/** What the addresses of one shop's screens are made with. */
export type ScreenIds = { goods: string; dear: string; order: string; address: string };

/** Every screen of a mall that a member sees. */
export const mallScreens = ({ goods, dear, order, address }: ScreenIds): string[] => [
  '/',
  `/rewards/${goods}`,
  `/rewards/${dear}`,
  `/rewards/${goods}/share`,
  `/rewards/${goods}/confirm`,
  `/redemptions/${order}/result`,
  `/redemptions/${order}`,
  '/redemptions',
  '/points',
  '/points/missing?number=8842',
  '/earn',
  '/rules',
  '/me',
  '/me/code',
  '/ask/over',
  '/me/vouchers',
  '/me/addresses',
  '/me/addresses/new',
  `/me/addresses/${address}`,
  '/me/profile',
  '/me/news',
  '/me/account',
  '/me/close',
  '/help',
  '/terms',
  '/privacy',
  '/consent',
  '/offline',
  '/nowhere',
];

/** What somebody sees who has only just joined: the empty states. */
export const NEW_MEMBER_SCREENS = [
  '/',
  '/redemptions',
  '/points',
  '/points?tab=used',
  '/me/vouchers',
  '/me/addresses',
];

/** What is seen by whoever has not signed in; the second screen of signing in follows on the first. */
export const VISITOR_SCREENS = [
  '/',
  '/earn',
  '/join?from=poster',
  '/sign-in',
  '/sign-in/code',
  '/widget/preview',
];

/** The product's own pages that are opened beside a mall; the docs of the widget have a test of their own. */
export const SITE_SCREENS = ['/', '/docs', '/docs/libraries', '/docs/design'];
export const DOCS_SCREENS = ['/docs/widget'];

/** Addresses that answer with something else than a screen, and with what. */
export const NO_SCREEN: Record<string, string> = {
  '/:path{.+/}': 'leads to the same address without the slash',
  '/rewards': 'leads home',
  '/theme.css': 'a file',
  '/icon.svg': 'a file',
  '/app.webmanifest': 'a file',
  '/offline-worker.js': 'a file',
  '/robots.txt': 'a file',
  '/sitemap.xml': 'a file',
  '/design/style.css': 'a file',
  '/design/theme.css': 'a file',
  '/docs/design/style.css': 'a file',
  '/docs/design/theme.css': 'a file',
  '/language': 'remembers a language and leads back',
  '/preview': 'lets staff look at a shop that is being built, and leads home',
  '/member-card': 'a part of a page, which its script asks for',
  '/sign-out': 'is posted to',
  '/enter': 'signs in whoever comes from a widget, and leads on',
  '/redemptions/:id/paid': 'comes back from paying and leads on',
  '/v/:code': 'leads a clerk to the console',
  '/c/:code': 'leads a clerk to the console',
  '/me/code/part': 'a part of a page, which its script asks for',
  '/me/asks': 'what the page of her code asks for',
  '/j/:token': 'leads to the joining page',
  '/points/history.csv': 'a download',
  '/me/data.json': 'a download',
};
