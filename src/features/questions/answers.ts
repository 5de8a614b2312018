import { isoOrNull } from '../../lib/instant.ts';
import type { AskedQuestion } from './list-questions.ts';
import type { QuestionAnswer } from './schemas.ts';

/** A question as the console shows it. */
export function questionAnswer({ question, member }: AskedQuestion): QuestionAnswer {
  const { id, kind, orderNumber, text, askedAtMs, answer, answeredAtMs, memberId } = question;
  return {
    id,
    kind,
    orderNumber,
    text,
    askedAt: new Date(askedAtMs).toISOString(),
    answer,
    answeredAt: isoOrNull(answeredAtMs),
    memberId,
    memberName: member?.displayName || null,
    memberNumber: member?.number ?? null,
  };
}
