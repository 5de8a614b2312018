import { expect, test } from 'vitest';
import { LOCALES } from '../../src/domain/locale.ts';
import { mallRoutes } from '../../src/features/mall/routes.ts';
import { siteRoutes } from '../../src/features/site/routes.ts';
import {
  DOCS_SCREENS,
  mallScreens,
  NEW_MEMBER_SCREENS,
  NO_SCREEN,
  SITE_SCREENS,
  VISITOR_SCREENS,
} from '../mall/screens.ts';

const ids = { goods: 'rwd_1', dear: 'rwd_2', order: 'rdm_1', address: 'adr_1' };
const IN_MALL = [...mallScreens(ids), ...NEW_MEMBER_SCREENS, ...VISITOR_SCREENS];
const ON_SITE = [...SITE_SCREENS, ...DOCS_SCREENS];

type Route = { method: string; path: string };

/** The addresses that a browser can go to, as the routes have them. */
function addressesOf(routes: readonly Route[]): string[] {
  const paths = routes.flatMap(({ method, path }) => (method === 'GET' && !path.includes('*') ? [path] : []));
  return [...new Set(paths)];
}

/** Those that no screen of the list goes to: `/me/addresses/new` is not one of `/me/addresses/:id`. */
function forgotten(routes: readonly Route[], screens: readonly string[]): string[] {
  const addresses = addressesOf(routes).filter((path) => !Object.hasOwn(NO_SCREEN, path));
  const paths = screens.map((screen) => screen.split('?')[0] ?? screen);
  return addresses.filter((address) => {
    if (!address.includes(':')) return !paths.includes(address);
    const pattern = new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}$`);
    return !paths.some((path) => pattern.test(path) && !addresses.includes(path));
  });
}

// Opened with axe, at 320 px and in three languages by mall.browser.test.ts and docs.browser.test.ts.
test('every address of a mall is on the list of screens that are looked at, or named as none', () => {
  expect(forgotten(mallRoutes.routes, IN_MALL)).toEqual([]);
});

test('every address of the product’s own site is on the list of screens that are looked at, or named as none', () => {
  // The same page in a language stands behind its name.
  const inLanguage = new RegExp(`^/(${LOCALES.join('|')})(?=/|$)`);
  const routes = siteRoutes.routes.map(({ method, path }) => ({
    method,
    path: path.replace(inLanguage, '') || '/',
  }));
  expect(forgotten(routes, ON_SITE)).toEqual([]);
});

test('an address that nobody looks at is found, also beside a more special one that is looked at', () => {
  const routes = ['/a', '/b/:id', '/b/new'].map((path) => ({ method: 'GET', path }));
  expect(forgotten(routes, ['/a', '/b/new?x'])).toEqual(['/b/:id']);
  expect(forgotten(routes, ['/a', '/b/new', '/b/1'])).toEqual([]);
});
