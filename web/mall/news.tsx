import { SWITCHED_LETTERS, type SwitchedLetter } from '../../src/domain/letter.ts';
import { AsMember } from './as-member.tsx';
import { MallFrame } from './mall-frame.tsx';
import { BackToMe } from './me.tsx';
import { memberWords } from './member-words.ts';
import type { Frame } from './views.ts';
import type { Words } from './words.ts';

export type NewsChoice = {
  channel: 'email' | 'sms';
  granted: boolean;
  /** When she last chose, and beside which version of the texts. */
  chosen: { atMs: number; version: string } | null;
};

export type NewsView = {
  idempotencyKey: string;
  choices: NewsChoice[];
  /** When she agreed to the terms, and to which version; null where she joined at the counter. */
  terms: { atMs: number; version: string } | null;
  saved: boolean;
  /** Where letters about her orders go, and which kinds of them she gets; null where no e-mail is proved. */
  letters: { email: string; wanted: Record<SwitchedLetter, boolean> } | null;
};

/** The shop's news, each way on its own, and what she agreed to when. */
export function NewsPage({ frame, view }: { frame: Frame; view: NewsView }) {
  const { words } = frame;
  const { t } = words;
  const m = memberWords(words);
  return (
    <MallFrame frame={frame} title={m('news.title')} page="narrow own">
      <BackToMe words={words} />
      <h1>{m('news.title')}</h1>
      {view.saved && (
        <p class="notice" role="status">
          {m('saved')}
        </p>
      )}
      <form class="panel" method="post" action="/me/news" data-once={t('confirm.waiting')}>
        <AsMember frame={frame} />
        <input type="hidden" name="idempotencyKey" value={view.idempotencyKey} />
        <p>{m('news.lead')}</p>
        {view.choices.map((choice) => (
          <Choice words={words} choice={choice} />
        ))}
        <button class="button" type="submit">
          {m('save')}
        </button>
      </form>
      <section class="panel">
        <h2>{m('letters.title')}</h2>
        <Letters frame={frame} letters={view.letters} />
      </section>
      <section class="panel">
        <h2>{m('news.agreed')}</h2>
        <p>
          {view.terms
            ? m('news.agreedOn', {
                time: words.format.dateTime(view.terms.atMs, words.nowMs),
                version: view.terms.version,
              })
            : m('news.notAgreed')}
        </p>
        <p class="row-actions">
          <a href="/terms">{m('legal.terms')}</a>
          <a href="/privacy">{m('legal.privacy')}</a>
        </p>
      </section>
    </MallFrame>
  );
}

/** What she is told by letter about her own orders: no advertising, each kind on its own. */
function Letters({ frame, letters }: { frame: Frame; letters: NewsView['letters'] }) {
  const { words } = frame;
  const m = memberWords(words);
  if (letters === null) return <p>{m('letters.noEmail')}</p>;
  return (
    <form method="post" action="/me/letters" data-once={words.t('confirm.waiting')}>
      <AsMember frame={frame} />
      <p>{m('letters.lead', { email: letters.email })}</p>
      {SWITCHED_LETTERS.map((kind) => (
        <div class="tick">
          <input
            id={`letter-${kind}`}
            name={kind}
            type="checkbox"
            value="yes"
            checked={letters.wanted[kind]}
          />
          <label for={`letter-${kind}`}>{m(`letters.${kind}`)}</label>
        </div>
      ))}
      <button class="button" type="submit">
        {m('save')}
      </button>
    </form>
  );
}

function Choice({ words, choice: { channel, granted, chosen } }: { words: Words; choice: NewsChoice }) {
  const m = memberWords(words);
  const { format, nowMs } = words;
  return (
    <div class="tick">
      <input
        id={`news-${channel}`}
        name={channel}
        type="checkbox"
        value="yes"
        checked={granted}
        aria-describedby={chosen ? `news-${channel}-when` : undefined}
      />
      <label for={`news-${channel}`}>{m(`news.${channel}`)}</label>
      {chosen && (
        <p class="small" id={`news-${channel}-when`}>
          {m(granted ? 'news.since' : 'news.endedOn', {
            time: format.dateTime(chosen.atMs, nowMs),
            version: chosen.version,
          })}
        </p>
      )}
    </div>
  );
}
