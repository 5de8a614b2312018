import { QUESTION_CHARACTERS_MAX } from '../../src/domain/question.ts';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { AsMember } from './as-member.tsx';
import { TextArea } from './field.tsx';
import { MallFrame } from './mall-frame.tsx';
import { memberWords } from './member-words.ts';
import { ProblemList } from './problem-list.tsx';
import { Mixed, Said, SLOT } from './said.tsx';
import type { FieldState, Frame, RuleSection } from './views.ts';
import type { Words } from './words.ts';

/** What she asked; `answer` null while the shop has not answered. */
export type OwnQuestion = {
  text: string | null;
  /** The order whose points are missing, where it is about one. */
  orderNumber: string | null;
  askedAtMs: number;
  answer: { text: string; atMs: number } | null;
};

export type HelpView = {
  questions: { question: string; answer: string }[];
  hours: TextInLanguage | null;
  /** Until when goods may come back, and what the shop says of it. */
  returns: { line: string; text: TextInLanguage | null } | null;
  contact: RuleSection[];
  form: { idempotencyKey: string; text: FieldState };
  refusal: string | null;
  /** A question was just sent. */
  sent: boolean;
  /** Null for a visitor, and where they could not be read. */
  own: OwnQuestion[] | null;
};

/** Eight answers made from the shop's rules, how to reach it, and a way to ask it. */
export function HelpPage({ frame, view }: { frame: Frame; view: HelpView }) {
  const { words, signedIn } = frame;
  const { t } = words;
  const m = memberWords(words);
  const problems = [
    ...(view.refusal ? [{ field: null, text: view.refusal }] : []),
    ...(view.form.text.error ? [{ field: 'text', text: view.form.text.error }] : []),
  ];
  return (
    <MallFrame frame={frame} title={m('help.title')} page="narrow own" keeps="typed">
      <h1>{m('help.title')}</h1>
      <p class="lead">{m('help.lead')}</p>
      {view.sent && (
        <p class="notice" role="status">
          {m('help.sent')}
        </p>
      )}
      <ProblemList title={t('confirm.problems')} problems={problems} />
      {view.own !== null && view.own.length > 0 && <OwnQuestions frame={frame} own={view.own} />}
      <section aria-labelledby="often">
        <h2 id="often">{m('help.questions')}</h2>
        <div class="answers">
          {view.questions.map(({ question, answer }) => (
            <details>
              <summary>{question}</summary>
              <p>{answer}</p>
            </details>
          ))}
        </div>
        {!frame.closing?.isOver && (
          <p class="after-list">
            <a href="/rules">{m('help.more')}</a>
          </p>
        )}
      </section>
      {view.returns && (
        <section class="panel rules" id="returns" aria-labelledby="returns-title">
          <h2 id="returns-title">{t('delivery.returnsTitle')}</h2>
          <p>{view.returns.line}</p>
          {view.returns.text && (
            <p class="story" lang={view.returns.text.lang}>
              {view.returns.text.text}
            </p>
          )}
        </section>
      )}
      <Reach words={words} view={view} />
      <section id="ask" aria-labelledby="ask-title">
        <h2 id="ask-title">{m('help.ask')}</h2>
        <form id="typed" class="panel" method="post" action="/help" data-once={t('confirm.waiting')}>
          <AsMember frame={frame} />
          <input type="hidden" name="idempotencyKey" value={view.form.idempotencyKey} />
          <p>{signedIn ? m('help.askLead') : m('help.askVisitor')}</p>
          <TextArea
            name="text"
            label={m('help.text')}
            state={view.form.text}
            rows={4}
            maxlength={QUESTION_CHARACTERS_MAX}
            required
          />
          <button class="button" type="submit">
            {m('help.send')}
          </button>
        </form>
      </section>
    </MallFrame>
  );
}

function Reach({ words, view: { hours, contact } }: { words: Words; view: HelpView }) {
  const m = memberWords(words);
  if (hours === null && contact.length === 0) return null;
  return (
    <section class="panel rules">
      {hours && (
        <section>
          <h2>{m('help.hours')}</h2>
          <p class="lines">
            <Said words={words} text={hours} />
          </p>
        </section>
      )}
      {contact.map(({ title, lines }) => (
        <section>
          <h2>{title}</h2>
          <ul>
            {lines.map(({ message, href }) => (
              <li>{href ? <a href={href}>{message}</a> : message}</li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function OwnQuestions({ frame: { words, shop }, own }: { frame: Frame; own: OwnQuestion[] }) {
  const { format, nowMs } = words;
  const m = memberWords(words);
  return (
    <section id="questions" aria-labelledby="own-questions">
      <h2 id="own-questions">{m('help.own')}</h2>
      <ul class="own-questions">
        {own.map(({ text, orderNumber, askedAtMs, answer }) => (
          <li>
            <p class="lines asked">
              {orderNumber === null
                ? text
                : m('help.ownMissing', { unit: format.unitTitle, number: orderNumber })}
            </p>
            <p class="small">{m('help.asked', { time: format.dateTime(askedAtMs, nowMs) })}</p>
            {answer === null ? (
              <p class="small">{m('help.waits')}</p>
            ) : (
              <div class="reply">
                <p class="lines">{answer.text}</p>
                <p class="small">
                  <Mixed
                    message={m('help.answered', { shop: SLOT, time: format.dateTime(answer.atMs, nowMs) })}
                  >
                    <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
                  </Mixed>
                </p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
