import type { DesignContent } from '../../../src/domain/design/look.ts';
import type { Theme } from '../../../src/domain/shop.ts';

/** What every group of controls is given. */
export type GroupProps = {
  content: DesignContent;
  /** The theme that follows from the content, as the server will make it. */
  theme: Theme;
  /** `part` names what is changed: quick changes of one part are one step to undo; null is a step of its own. */
  change: (given: Partial<DesignContent>, part: string | null) => void;
  /** Fields that can't be saved as they are. */
  faults: readonly string[];
};
