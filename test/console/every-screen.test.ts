import { expect, test } from 'vitest';
import { read } from '../support/source-tree.ts';
import { SCREENS } from './screens.ts';

const source = ['web/console/router.tsx', 'web/console/settings/routes.ts'].map(read).join('\n');
const routes = [...source.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '');

/** Lists and figures that can have nothing in them yet. */
const CAN_BE_EMPTY = [
  '/',
  '/counter/slip',
  '/members',
  '/redemptions',
  '/questions',
  '/programme',
  '/rewards',
  '/settings/payments',
  '/settings/widget',
];

const shown = (route: string, world: string) => {
  const pattern = new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`);
  return SCREENS.some(([each, path]) => each === world && pattern.test(path.split('?')[0] ?? ''));
};

test('every route of the console is opened by the tests that look at screens', () => {
  expect(routes.length).toBeGreaterThan(25);
  const worlds = ['full', 'visitor'];
  expect(routes.filter((route) => !worlds.some((world) => shown(route, world)))).toEqual([]);
});

test('what can be empty is looked at empty; loading and failing, one piece for all, once each', () => {
  expect(CAN_BE_EMPTY.filter((route) => !shown(route, 'empty'))).toEqual([]);
  expect([shown('/members', 'slow'), shown('/members', 'down')]).toEqual([true, true]);
});
