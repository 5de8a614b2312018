import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files whose tests wait or take many pictures, longest first: one that begins last ends alone. Those that go
 * through every object that there is begin while there are few.
 */
const FIRST = [
  'test/projection/touch-after-deploy.test.ts',
  'test/projection/sweep.test.ts',
  'test/flows/cash-outcomes.browser.test.ts',
  'test/console/screens-desktop.browser.test.ts',
  'test/console/screens-phone.browser.test.ts',
  'test/flows/cash-mishaps.browser.test.ts',
  'test/flows/day-in-a-shop.browser.test.ts',
  'test/flows/main-job.browser.test.ts',
  'test/mall/screens.browser.test.ts',
  'test/account/many-lots.test.ts',
  'test/account/told-once.test.ts',
  'test/features/redemption-desk.test.ts',
  'test/features/crowd.test.ts',
];

/** Begins with the files that are known to take long, and goes on as usual. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = FIRST.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? FIRST.length : found;
    };
    return usual.toSorted((one, other) => place(one) - place(other));
  }
}
