import { Field } from './field.tsx';
import { MallFrame } from './mall-frame.tsx';
import { memberWords } from './member-words.ts';
import { ProblemList } from './problem-list.tsx';
import type { FieldState, Frame, PointsView } from './views.ts';
import type { Words } from './words.ts';

/** What became of the order that somebody missed points of. */
export type MissingOutcome =
  | { kind: 'credited'; number: string; points: number }
  | { kind: 'waiting'; number: string; points: number; availableAtMs: number | null }
  | { kind: 'nothing'; number: string }
  /** Not known, or not known to be hers: the shop looks into it. */
  | { kind: 'sent'; number: string };

type FormProps = { words: Words; form: PointsView['missing']; folded: boolean };

/** One field; what it finds is said on a page of its own. */
export function MissingPointsForm({ words, form, folded }: FormProps) {
  const m = memberWords(words);
  const title = m('missing.title', { unit: words.format.unitTitle });
  const fields = (
    <form class="panel" method="post" action="/points/missing" data-once={words.t('confirm.waiting')}>
      <p>{m('missing.lead')}</p>
      <Field
        name="number"
        label={m('missing.number')}
        state={form.number}
        autocomplete="off"
        maxlength={128}
        hint={m('missing.numberHint')}
        required
        wide
      />
      <button class="button" type="submit">
        {m('missing.submit')}
      </button>
    </form>
  );
  return folded ? (
    <details class="missing" id="missing">
      <summary>{title}</summary>
      {fields}
    </details>
  ) : (
    <section class="missing" id="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{title}</h2>
      {fields}
    </section>
  );
}

export type MissingView = {
  /** What was found of the order that was asked about; null before anything was asked. */
  outcome: MissingOutcome | null;
  form: { number: FieldState };
  refusal: string | null;
};
type PageProps = { frame: Frame; view: MissingView };

/** What was found of one order, and the form for another. */
export function MissingPointsPage({ frame, view: { outcome, form, refusal } }: PageProps) {
  const { words } = frame;
  const m = memberWords(words);
  const title = m('missing.title', { unit: words.format.unitTitle });
  const problems = [
    ...(refusal ? [{ field: null, text: refusal }] : []),
    ...(form.number.error ? [{ field: 'number', text: form.number.error }] : []),
  ];
  return (
    <MallFrame frame={frame} title={title} page="narrow own">
      <h1>{title}</h1>
      <ProblemList title={words.t('confirm.problems')} problems={problems} />
      {outcome && <Outcome words={words} outcome={outcome} />}
      {outcome ? (
        <details class="missing">
          <summary>{m('missing.again')}</summary>
          <MissingPointsForm words={words} form={form} folded={false} />
        </details>
      ) : (
        <MissingPointsForm words={words} form={form} folded={false} />
      )}
    </MallFrame>
  );
}

function Outcome({ words, outcome }: { words: Words; outcome: MissingOutcome }) {
  const m = memberWords(words);
  const { said, line } = outcomeWords(words, outcome);
  const toQuestions = outcome.kind === 'sent';
  return (
    <div class="panel" role="status">
      <p class="outcome">{said}</p>
      <p>{line}</p>
      <p>
        <a class="button quiet" href={toQuestions ? '/help#questions' : '/points'}>
          {toQuestions ? m('missing.toQuestions') : m('missing.toHistory', { unit: words.format.unit })}
        </a>
      </p>
    </div>
  );
}

/** The finding in one sentence, and what it means for her. */
export function outcomeWords(words: Words, outcome: MissingOutcome): { said: string; line: string } {
  const { format, nowMs } = words;
  const m = memberWords(words);
  const { number } = outcome;
  switch (outcome.kind) {
    case 'credited':
      return {
        said: m('missing.credited', { number, points: format.points(outcome.points) }),
        line: m('missing.creditedLine'),
      };
    case 'waiting': {
      const points = format.points(outcome.points);
      const said =
        outcome.availableAtMs === null
          ? m('missing.waitingOpen', { number, points })
          : m('missing.waiting', { number, points, date: format.date(outcome.availableAtMs, nowMs) });
      return { said, line: m('missing.waitingLine') };
    }
    case 'nothing':
      return { said: m('missing.nothing', { number, unit: format.unit }), line: m('missing.nothingLine') };
    case 'sent':
      return { said: m('missing.sent', { number }), line: m('missing.sentLine') };
  }
}
