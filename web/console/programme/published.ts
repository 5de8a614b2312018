import type { Programme } from '../../../src/domain/programme/programme.ts';
import type { ProgrammeAnswer } from '../../../src/features/programme/schemas.ts';

export type { ProgrammeAnswer };
export type Published = NonNullable<ProgrammeAnswer['live']>;

/** The rule body of a published programme, without its version. */
export function programmeOf({ version: _, hash: __, effectiveAt: ___, ...body }: Published): Programme {
  return body;
}
