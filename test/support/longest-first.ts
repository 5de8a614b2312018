import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files whose tests wait or take many pictures, longest first: one that begins last ends alone. */
const LONG = [
  'test/flows/cash-outcomes.browser.test.ts',
  'test/console/screens-desktop.browser.test.ts',
  'test/console/screens-phone.browser.test.ts',
  'test/flows/cash-mishaps.browser.test.ts',
  'test/account/many-lots.test.ts',
];

/** Begins with the files that are known to take long, and goes on as usual. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONG.length : found;
    };
    return usual.toSorted((one, other) => place(one) - place(other));
  }
}
