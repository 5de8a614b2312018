import type { z } from '@hono/zod-openapi';
import type { Context } from '../../context.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { redemptionAnswer } from '../redemptions/answers.ts';
import type { AskNow } from './read-ask.ts';
import type { askSchema } from './schemas.ts';

/** An ask as the counter waits for it; a refusal in the clerk's language. */
export function askAnswer(
  { tenant, locale, clock }: Context,
  { row, standing, redemption }: AskNow,
): z.infer<typeof askSchema> {
  const { id, memberId, rewardId, quantity, pointsEach, cashEachMinor, refusal } = row;
  const { timeZone, pointsName } = tenant;
  return {
    id,
    memberId,
    rewardId,
    quantity,
    pointsEach,
    cashEachMinor,
    state: standing,
    expiresAt: new Date(row.expiresAtMs).toISOString(),
    redemption: redemption && redemptionAnswer(redemption),
    refusal: refusal && {
      ...refusal,
      detail: refusalWords(refusal, { locale, timeZone, pointsName }, clock.nowMs()).detail,
    },
  };
}
