import type { LocalizedText } from './locale.ts';

/** What a shop wants to know of its members: a choice of options, or a line of text where there are none (S2). */
export type ProfileQuestion = {
  id: string;
  text: LocalizedText;
  options: { id: string; text: LocalizedText }[];
};

/** `points` are given once to whoever has answered all of them. */
export type ProfileForm = { questions: ProfileQuestion[]; points: number };

/** By question: the option's id, or what she wrote. */
export type ProfileAnswers = { [questionId: string]: string };

export const PROFILE_LIMITS = {
  questions: 5,
  options: 12,
  textCharacters: 80,
  optionCharacters: 40,
  answerCharacters: 80,
  points: 10_000,
} as const;

/** The name of the one effect that completing the profile has on an account. */
export const PROFILE_REWARD = 'profile';

/** What of that which was typed answers a question that is asked now; what does not is left out. */
export function readAnswers({ questions }: ProfileForm, typed: ProfileAnswers): ProfileAnswers {
  const answers = questions.flatMap(({ id, options }): [string, string][] => {
    const answer = (typed[id] ?? '').trim();
    if (answer === '' || answer.length > PROFILE_LIMITS.answerCharacters) return [];
    const fits = options.length === 0 || options.some((option) => option.id === answer);
    return fits ? [[id, answer]] : [];
  });
  return Object.fromEntries(answers);
}

/** Whether all that is asked is answered; a form that asks nothing is never complete. */
export function isComplete({ questions }: ProfileForm, answers: ProfileAnswers): boolean {
  return questions.length > 0 && questions.every(({ id }) => answers[id] !== undefined);
}

/** The first thing about a form that is not right, by the path of its field; null where all is. */
export function flawOf({ questions }: ProfileForm): { field: string; reason: string } | null {
  const ids = new Set(questions.map(({ id }) => id));
  if (ids.size < questions.length) return { field: 'questions', reason: 'question_named_twice' };
  for (const [place, { text, options }] of questions.entries()) {
    const field = `questions.${place}`;
    if (isUnwritten(text)) return { field: `${field}.text`, reason: 'missing' };
    if (options.length === 1) return { field: `${field}.options`, reason: 'one_is_no_choice' };
    if (new Set(options.map(({ id }) => id)).size < options.length)
      return { field: `${field}.options`, reason: 'option_named_twice' };
    if (options.some((option) => isUnwritten(option.text)))
      return { field: `${field}.options`, reason: 'missing' };
  }
  return null;
}

function isUnwritten(text: LocalizedText): boolean {
  return Object.values(text).every((words) => words === undefined || words.trim() === '');
}
