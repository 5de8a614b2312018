import { MallFrame } from './mall-frame.tsx';
import { Mixed, Said, SLOT } from './said.tsx';
import type { Frame } from './views.ts';

export type EnterView = {
  ticket: string;
  /**
   * Why going on needs her word: she is signed in here as somebody else already, or nothing shows that she
   * was led here by the shop's own site. Null where it needs none.
   */
  asks: 'another' | 'unknown_way' | null;
  /** Whom it would sign in. */
  memberName: string;
};

/** The step from the shop's own site into the mall. It is a form, because looking at a link must not use it up. */
export function EnterPage({ frame, view }: { frame: Frame; view: EnterView }) {
  const { words, shop } = frame;
  const { t } = words;
  const lead =
    view.asks === 'unknown_way'
      ? t('enter.unknownWay', { member: view.memberName })
      : t(view.asks === 'another' ? 'enter.other' : 'enter.lead');
  return (
    <MallFrame frame={frame} title={t('enter.title', { shop: shop.name })} page="narrow message">
      <div class="empty">
        <h1>
          <Mixed message={t('enter.title', { shop: SLOT })}>
            <Said words={words} text={{ text: shop.name, lang: shop.locale }} />
          </Mixed>
        </h1>
        <p>{lead}</p>
        <form
          method="post"
          action="/enter"
          data-once={t('confirm.waiting')}
          data-auto={view.asks === null ? 'yes' : undefined}
        >
          <input type="hidden" name="ticket" value={view.ticket} />
          <button class="button" type="submit">
            {view.asks === 'unknown_way' ? t('enter.goAs', { member: view.memberName }) : t('enter.go')}
          </button>
        </form>
        {view.asks !== null && <a href="/">{t(view.asks === 'another' ? 'enter.stay' : 'enter.without')}</a>}
      </div>
    </MallFrame>
  );
}
