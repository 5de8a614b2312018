import { PROFILE_LIMITS } from '../../src/domain/profile-form.ts';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { AsMember } from './as-member.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { memberWords } from './member-words.ts';
import type { Frame } from './views.ts';
import type { Words } from './words.ts';

export type AboutView = {
  /** Fresh for every form that is drawn. */
  idempotencyKey: string;
  /** What answering everything gives; null where she has it, or it gives nothing. */
  points: number | null;
  questions: {
    name: string;
    text: TextInLanguage;
    /** None: a line of her own words. */
    options: { id: string; text: TextInLanguage }[];
    answer: string;
  }[];
  /** What has just been given for it. */
  given: number | null;
  /** Her answers have just been kept, and gave nothing. */
  kept: boolean;
  /** How many of them she has not answered. */
  missing: number;
  /** The shop has frozen her account: answers are kept, and give nothing yet. */
  isFrozen: boolean;
};

/** What the shop asks her about herself: a choice or a line each, every one of them hers to leave out. */
export function AboutYou({ frame, view }: { frame: Frame; view: AboutView }) {
  const { words } = frame;
  const { t, format } = words;
  const m = memberWords(words);
  return (
    <section class="panel" id="about" aria-labelledby="about-title">
      <h2 id="about-title">{m('about.title')}</h2>
      {view.given !== null && (
        <p class="notice" role="status">
          {m('about.given', { points: format.points(view.given) })}
        </p>
      )}
      {view.kept && (
        <p class="notice" role="status">
          {keptLine(words, view)}
        </p>
      )}
      {view.isFrozen && <FrozenNotice words={words} />}
      <p>
        {view.points === null
          ? m('about.lead')
          : m('about.leadPoints', { points: format.points(view.points) })}
      </p>
      <form method="post" action="/me/profile/about" data-once={t('confirm.waiting')}>
        <AsMember frame={frame} />
        <input type="hidden" name="idempotencyKey" value={view.idempotencyKey} />
        {view.questions.map((question) =>
          question.options.length === 0 ? (
            <div class="field wide">
              <label for={question.name} lang={question.text.lang}>
                {question.text.text}
              </label>
              <input
                id={question.name}
                name={question.name}
                maxlength={PROFILE_LIMITS.answerCharacters}
                value={question.answer}
                autocomplete="off"
                dir="auto"
              />
            </div>
          ) : (
            <fieldset class="choice-field">
              <legend lang={question.text.lang}>{question.text.text}</legend>
              <div class="choice-pills">
                {question.options.map(({ id, text }) => (
                  <label>
                    <input type="radio" name={question.name} value={id} checked={id === question.answer} />
                    <span lang={text.lang}>{text.text}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ),
        )}
        <button class="button" type="submit">
          {m('save')}
        </button>
      </form>
    </section>
  );
}

/** That it is kept, and what is still between her and the points. */
function keptLine(words: Words, { points, missing }: AboutView): string {
  const m = memberWords(words);
  if (points === null || missing === 0) return m('saved');
  return m('about.keptMissing', { count: missing, points: words.format.points(points) });
}
