import { AskPanel, type AskView } from './ask.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { MallFrame } from './mall-frame.tsx';
import { BackToMe } from './me.tsx';
import { memberWords } from './member-words.ts';
import { QrCode } from './qr-code.tsx';
import type { Frame } from './views.ts';
import type { Words } from './words.ts';

export type MemberCodeView = {
  /** Where the QR code leads: it turns with every minute. */
  address: string;
  /** In two halves, as people read it out. */
  number: string;
  name: string;
  availablePoints: number;
  /** How long until the next code is there, and until this one says nothing any more. */
  turnsInMs: number;
  endsInMs: number;
  /** What the shop asks her to confirm now. */
  asks: AskView[];
  /** The shop has frozen her account: the code is no use to it. */
  isFrozen: boolean;
};

/** Beside the script, which asks sooner: whoever has none sees a code that counts, too. */
const REFRESH_SECONDS = 50;

/** What she holds out across the counter: white to the edge, whatever the look and the hour. */
export function MemberCodePage({ frame, view }: { frame: Frame; view: MemberCodeView }) {
  const { words } = frame;
  const m = memberWords(words);
  return (
    <MallFrame
      frame={frame}
      title={m('code.title')}
      page="narrow own showing"
      refreshSeconds={REFRESH_SECONDS}
    >
      <BackToMe words={words} />
      <h1>{m('code.title')}</h1>
      <MemberCodePart words={words} view={view} />
      {!frame.closing?.isOver && (
        <p class="small code-line">
          {m(frame.closing?.earns === false ? 'code.spendLine' : 'code.line', { unit: words.format.unit })}
        </p>
      )}
    </MallFrame>
  );
}

/** What turns: the script asks for it again and again, and puts it in the place of the last one. */
export function MemberCodePart({ words, view }: { words: Words; view: MemberCodeView }) {
  const { format } = words;
  const m = memberWords(words);
  const { address, number, name, availablePoints, turnsInMs, endsInMs, asks, isFrozen } = view;
  return (
    <section
      class="member-code"
      aria-label={m('code.title')}
      data-code="/me/code/part"
      data-code-is={[address, ...asks.map(({ askId }) => askId), ...(isFrozen ? ['frozen'] : [])].join(' ')}
      data-turns-in={String(turnsInMs)}
      data-ends-in={String(endsInMs)}
    >
      {isFrozen && <FrozenNotice words={words} />}
      {asks.map((ask) => (
        <AskPanel words={words} ask={ask} />
      ))}
      <div class="code-square">
        <QrCode label={m('code.qr')} text={address} />
        <p class="code-over" role="status" data-over={m('code.over', { unit: format.unit })} />
      </div>
      <p class="code-turns">
        <progress max={60_000} value={turnsInMs} aria-hidden="true" />
        <span class="small">{m('code.turns')}</span>
      </p>
      <p class="code-number">
        <span class="small">{m('me.number')}</span>
        <strong>{number}</strong>
      </p>
      <p class="code-who">
        {name && <span>{name}</span>}
        <span>{m('code.available', { points: format.points(availablePoints) })}</span>
      </p>
    </section>
  );
}
