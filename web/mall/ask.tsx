import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import { Field } from './field.tsx';
import { MallFrame } from './mall-frame.tsx';
import { memberWords } from './member-words.ts';
import { Picture } from './picture.tsx';
import { Said } from './said.tsx';
import type { Frame } from './views.ts';
import type { Words } from './words.ts';

/** What a clerk asks her to confirm: everything that it takes, before the button. */
export type AskView = {
  askId: string;
  /** Whose it is: sent while somebody else is signed in, it is not taken. */
  memberId: string;
  shop: string;
  name: TextInLanguage;
  pictureUrl: string | null;
  quantity: number;
  points: number;
  cash: string | null;
  leftPoints: number;
  untilMs: number;
  /** Where a code was sent that so many points ask for, and what was wrong with the last one typed. */
  proof: { sentTo: string; error: string | null } | null;
};

/** One question with two answers; the same on its own page, at home and beside the member code. */
export function AskPanel({ words, ask }: { words: Words; ask: AskView }) {
  const { t, format, nowMs } = words;
  const m = memberWords(words);
  const points = format.points(ask.points);
  const path = `/ask/${ask.askId}`;
  const as = <input type="hidden" name="as" value={ask.memberId} />;
  return (
    <section class="panel ask" aria-labelledby={ask.askId} data-ask={ask.askId}>
      <h2 id={ask.askId}>{m('ask.title', { shop: ask.shop })}</h2>
      <div class="item">
        <Picture url={ask.pictureUrl} alt="" eager />
        <p class="item-name">
          <Said words={words} text={ask.name} />
          {ask.quantity > 1 && ` ${t('redemptions.quantity', { quantity: ask.quantity })}`}
          <br />
          <strong>{ask.cash ? m('ask.withCash', { points, cash: ask.cash }) : points}</strong>
        </p>
      </div>
      <p class="small">
        {m('ask.after', {
          points: format.points(ask.leftPoints),
          time: format.dateTime(ask.untilMs, nowMs),
        })}
      </p>
      <form method="post" action={`${path}/confirm`} data-once={m('ask.waiting')}>
        {as}
        {ask.proof && (
          <>
            <p>{t('proof.sent', { contact: ask.proof.sentTo })}</p>
            <input type="hidden" name="codeSentTo" value={ask.proof.sentTo} />
            <Field
              name="code"
              label={t('sign.code')}
              state={{ value: '', error: ask.proof.error }}
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={12}
              hint={t('sign.codeHint')}
              wide
              focus
            />
          </>
        )}
        <button class="button" type="submit">
          {m('ask.confirm', { points })}
        </button>
      </form>
      <form method="post" action={`${path}/decline`} data-once={m('ask.waiting')}>
        {as}
        <button class="button quiet" type="submit">
          {m('ask.decline')}
        </button>
      </form>
      <p class="small">{m('ask.line', { unit: format.unit })}</p>
    </section>
  );
}

export function AskPage({ frame, ask }: { frame: Frame; ask: AskView }) {
  const title = memberWords(frame.words)('ask.title', { shop: ask.shop });
  return (
    <MallFrame frame={frame} title={title} page="narrow own">
      <h1 class="hidden">{title}</h1>
      <AskPanel words={frame.words} ask={ask} />
    </MallFrame>
  );
}

/** Everything that waits for her answer; the script puts it at the head of her home. */
export function AskList({ words, asks }: { words: Words; asks: AskView[] }) {
  return (
    <div class="asks" data-asks="/me/asks">
      {asks.map((ask) => (
        <AskPanel words={words} ask={ask} />
      ))}
    </div>
  );
}
