import type { AboutView } from '../../../web/mall/about-you.tsx';
import type { Words } from '../../../web/mall/words.ts';
import { pickText } from '../../messages/localized-text.ts';
import type { OwnForm } from '../profile-form/read-form.ts';

const FIELD = 'q-';

/** The field of a question; an id never has what forms of ours are called by. */
export const fieldOf = (questionId: string) => `${FIELD}${questionId}`;

/** What the fields of a form say, by question. */
export function answersIn(fields: Record<string, string>): Record<string, string> {
  const answers = Object.entries(fields).filter(([name]) => name.startsWith(FIELD));
  return Object.fromEntries(answers.map(([name, text]) => [name.slice(FIELD.length), text]));
}

/** Her form as it is drawn; null where the shop asks nothing. `typed` is what was not kept yet. */
export function aboutView(
  { locale, shopLocale }: Pick<Words, 'locale' | 'shopLocale'>,
  own: OwnForm,
  {
    typed,
    ...drawn
  }: { typed: Record<string, string> } & Pick<AboutView, 'given' | 'kept' | 'isFrozen' | 'idempotencyKey'>,
): AboutView | null {
  const { form, answers } = own;
  if (form.questions.length === 0) return null;
  const said = (text: Parameters<typeof pickText>[0]) =>
    pickText(text, locale, shopLocale) ?? { text: '', lang: shopLocale };
  return {
    ...drawn,
    missing: form.questions.filter(({ id }) => answers[id] === undefined).length,
    points: pointsToGet(own),
    questions: form.questions.map(({ id, text, options }) => ({
      name: fieldOf(id),
      text: said(text),
      options: options.map((option) => ({ id: option.id, text: said(option.text) })),
      answer: typed[id] ?? answers[id] ?? '',
    })),
  };
}

/** What her answers would still give her; null where she has it, or they give nothing. */
export function pointsToGet({ form, isRewarded }: OwnForm): number | null {
  return isRewarded || form.questions.length === 0 || form.points === 0 ? null : form.points;
}
