import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe says of a page. Its own way opens a second page for each look, which takes three times as
 * long, to reach into foreign frames: there is none with content of ours.
 */
export const axeOf = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);
