import { testScreens } from './screen-test.ts';
import { SCREENS } from './screens.ts';

/** In English only the full screens: the states differ by words alone. */
testScreens(
  ['en', 1280, 'dark'],
  SCREENS.filter(([world]) => world === 'full' || world === 'long'),
);
