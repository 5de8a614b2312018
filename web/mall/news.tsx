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
