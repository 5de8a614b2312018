import { MallFrame } from './mall-frame.tsx';
import { memberWords } from './member-words.ts';
import { Mixed, Said, SLOT } from './said.tsx';
import type { Frame } from './views.ts';

/** `SLOT` in a line stands for the shop's name. */
export type LegalText = { kind: 'privacy' | 'terms'; sections: { title: string; lines: string[] }[] };

/** A text that members agree to, in the words of the shop's settings, with the version that its content names. */
export function LegalPage({ frame, text, version }: { frame: Frame; text: LegalText; version: string }) {
  const { words } = frame;
  const m = memberWords(words);
  const title = m(`legal.${text.kind}`);
  return (
    <MallFrame frame={frame} title={title} page="narrow own">
      <h1>{title}</h1>
      <p class="lead">
        <WithShop frame={frame} line={m('legal.lead', { shop: SLOT })} />
      </p>
      <div class="legal">
        {text.sections.map(({ title: heading, lines }) => (
          <section>
            <h2>{heading}</h2>
            <ul>
              {lines.map((line) => (
                <li>
                  <WithShop frame={frame} line={line} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p class="after-list">
        <a href={text.kind === 'privacy' ? '/terms' : '/privacy'}>
          {m(text.kind === 'privacy' ? 'legal.terms' : 'legal.privacy')}
        </a>
        <a href="/rules">{words.t('rules')}</a>
        <span class="small">{m('legal.version', { version })}</span>
      </p>
    </MallFrame>
  );
}

function WithShop({ frame: { words, shop }, line }: { frame: Frame; line: string }) {
  if (!line.includes(SLOT)) return <>{line}</>;
  return (
    <Mixed message={line}>
      <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
    </Mixed>
  );
}

/** Asked once at a sign-in after the texts changed; she may leave it for later. */
export function ConsentPage({ frame, to }: { frame: Frame; to: string }) {
  const { words } = frame;
  const m = memberWords(words);
  return (
    <MallFrame frame={frame} title={m('consent.title')} page="narrow own">
      <h1>{m('consent.title')}</h1>
      <form class="panel" method="post" action="/consent" data-once={words.t('confirm.waiting')}>
        <input type="hidden" name="to" value={to} />
        <p>
          <Mixed message={m('consent.lead', { terms: SLOT, privacy: SLOT })}>
            <a href="/terms">{m('legal.terms')}</a>
            <a href="/privacy">{m('legal.privacy')}</a>
          </Mixed>
        </p>
        <button class="button" type="submit">
          {m('consent.agree')}
        </button>
      </form>
      <p class="actions">
        <a href={to}>{m('consent.later')}</a>
      </p>
    </MallFrame>
  );
}
