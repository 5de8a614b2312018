/** Long enough to say what happened, short enough to be read at a counter. */
export const QUESTION_CHARACTERS_MAX = 1_000;
export const ANSWER_CHARACTERS_MAX = 1_000;

/** What one member may ask of a shop in a day; more is no conversation. */
export const QUESTIONS_PER_DAY = 10;
const DAY_MS = 86_400_000;

/** From when on questions count against the day's. */
export function questionsSinceMs(nowMs: number): number {
  return nowMs - DAY_MS;
}

/** What was typed as a question, ready to be stored, or what is wrong with it. */
export function readQuestion(
  typed: string,
): { ok: true; text: string } | { ok: false; wrong: 'empty' | 'too_long' } {
  const text = typed.trim();
  if (text === '') return { ok: false, wrong: 'empty' };
  if (text.length > QUESTION_CHARACTERS_MAX) return { ok: false, wrong: 'too_long' };
  return { ok: true, text };
}
