import { testScreens } from './screen-test.ts';
import { SCREENS } from './screens.ts';

testScreens(['zh-CN', 390, 'light'], SCREENS);
