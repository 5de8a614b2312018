import { formatFor } from '../../../src/messages/format.ts';
import { inScheme } from '../../shared/in-scheme.ts';
import tokensCss from '../../shared/tokens.css?inline';
import type { Page, WidgetWords } from '../contract.ts';
import { h, icon, sheetOf } from '../dom.ts';
import { themeSheet } from '../look.ts';
import type { Shop } from '../shop.ts';
import formCss from './form.css?inline';
import { homeView } from './home-view.ts';
import panelCss from './panel.css?inline';
import { CLOSE, mallOf, type Panel, type View } from './parts.ts';
import viewsCss from './views.css?inline';

export type OpenPanel = { close(): void };
export type PanelChunk = { openPanel: typeof openPanel };

type Opening = {
  page: Page;
  words: WidgetWords;
  shop: Shop;
  /** Where the focus goes back to. */
  opener: HTMLElement | null;
  onClose(): void;
};

/** Opens a mall's panel over the page: a modal dialog of its own, which Escape and a press beside it close. */
export function openPanel({ page, words, shop, opener, onClose }: Opening): OpenPanel {
  const { locale, scheme } = page.settings;
  const host = document.createElement('pm-panel');
  host.lang = locale;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheets = [tokensCss, panelCss, viewsCss, formCss].map((css) => sheetOf(inScheme(css, scheme)));
  const name = h('h2', { id: 'pm-title', tabindex: -1 });
  const main = h('div', { class: 'main' });
  const live = h('p', { class: 'hidden', role: 'status' });
  const dialog = h(
    'dialog',
    {
      lang: locale,
      'aria-labelledby': 'pm-title',
      class: opener?.getAttribute('side') === 'left' ? 'left' : null,
      onclose: removed,
      onclick: (event) => event.target === dialog && close(),
    },
    h(
      'div',
      { class: 'frame' },
      h(
        'div',
        { class: 'head' },
        name,
        h(
          'button',
          { type: 'button', class: 'round', 'aria-label': words.close, onclick: close },
          icon(CLOSE),
        ),
      ),
      main,
      live,
    ),
  );
  let view: View | null = null;
  let drawnFor: unknown = null;
  let memberId = shop.memberId();

  const panel: Panel = {
    page,
    words,
    shop,
    format: null,
    go(next) {
      view?.leave?.();
      view = next;
      main.replaceChildren(next.body);
      main.scrollTop = 0;
      (main.querySelector<HTMLElement>('[data-first]') ?? name).focus({ preventScroll: true });
    },
    home: () => panel.go(homeView(panel)),
    close,
    say(text) {
      live.textContent = text;
    },
  };

  function close(): void {
    dialog.close();
  }

  function removed(): void {
    unwatch();
    view?.leave?.();
    host.remove();
    if (opener?.isConnected) opener.focus();
    onClose();
  }

  /** Follows what is learned: the shop's look and name, and the view in sight without moving the focus. */
  function follow(): void {
    const mall = mallOf(shop);
    if (drawnFor !== mall || drawnFor === null) {
      drawnFor = mall;
      shadow.adoptedStyleSheets = [...sheets, themeSheet(mall, scheme)];
      name.textContent = mall?.mall.name ?? words.points;
      name.lang = mall?.mall.nameLocale ?? locale;
      const { timeZone = 'UTC', pointsName } = mall ?? {};
      panel.format = pointsName
        ? formatFor({
            locale,
            timeZone,
            pointsName: { 'zh-CN': pointsName, 'zh-TW': pointsName, en: pointsName },
          })
        : null;
    }
    // What was on the screen was another person's.
    const another = memberId !== null && shop.memberId() !== memberId;
    memberId = shop.memberId();
    if (another) {
      panel.home();
      return;
    }
    const focused = shadow.activeElement as HTMLElement | null;
    const selector = focused?.dataset.key
      ? `[data-key="${CSS.escape(focused.dataset.key)}"]`
      : '[data-first]';
    view?.redraw?.();
    if (focused && !shadow.activeElement)
      (main.querySelector<HTMLElement>(selector) ?? name).focus({ preventScroll: true });
  }

  const unwatch = shop.watch(follow);
  shadow.append(dialog);
  document.body.append(host);
  follow();
  dialog.showModal();
  panel.home();
  shop.retry();
  return { close };
}
