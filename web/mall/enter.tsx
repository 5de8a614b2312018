import { MallFrame } from './mall-frame.tsx';
import { Mixed, Said, SLOT } from './said.tsx';
import type { Frame } from './views.ts';

export type EnterView = {
  ticket: string;
  /** She is signed in here as somebody else already: going on needs her word. */
  asAnother: boolean;
};

/** The step from the shop's own site into the mall. It is a form, because looking at a link must not use it up. */
export function EnterPage({ frame, view }: { frame: Frame; view: EnterView }) {
  const { words, shop } = frame;
  const { t } = words;
  return (
    <MallFrame frame={frame} title={t('enter.title', { shop: shop.name })} page="narrow message">
      <div class="empty">
        <h1>
          <Mixed message={t('enter.title', { shop: SLOT })}>
            <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
          </Mixed>
        </h1>
        <p>{t(view.asAnother ? 'enter.other' : 'enter.lead')}</p>
        <form
          method="post"
          action="/enter"
          data-once={t('confirm.waiting')}
          data-auto={view.asAnother ? undefined : 'yes'}
        >
          <input type="hidden" name="ticket" value={view.ticket} />
          <button class="button" type="submit">
            {t('enter.go')}
          </button>
        </form>
        {view.asAnother && <a href="/">{t('enter.stay')}</a>}
      </div>
    </MallFrame>
  );
}
