import balanceCss from './balance.css?inline';
import type { Placed } from './contract.ts';
import { h, sheetOf } from './dom.ts';
import { balanceOf } from './known-balance.ts';
import { pointsText } from './points-text.ts';
import type { Shop } from './shop.ts';
import type { Widget } from './start.ts';

/** Draws `<pm-balance>` in its reserved room and keeps it true until the returned function is called. */
export function drawBalance(widget: Widget, shop: Shop, element: Placed): () => void {
  const { page, words } = widget;
  const said = h('span', { role: 'status', lang: page.settings.locale });
  const sheet = sheetOf(balanceCss);
  const shadow = element.shadowRoot;
  const own = shadow.adoptedStyleSheets;

  function draw(): void {
    const balance = balanceOf(shop.state());
    if (!said.isConnected) {
      if (balance.is === 'loading') return;
      shadow.adoptedStyleSheets = [...own, sheet];
      shadow.replaceChildren(said);
    }
    // Text that is replaced has never stood anywhere else: nothing on the page moves.
    if (balance.is === 'known') said.replaceChildren(pointsText(balance.mall.pointsName, balance.points));
    else if (balance.is === 'unknown')
      said.replaceChildren(
        h(
          'button',
          { type: 'button', title: words.unknown, onclick: () => shop.retry() },
          words.unknownShort,
        ),
      );
    else if (balance.is === 'loading') said.replaceChildren();
    else
      said.replaceChildren(
        h(
          'button',
          { type: 'button', 'aria-haspopup': 'dialog', onclick: () => void widget.open(shop, element) },
          words.signInToSee,
        ),
      );
  }

  draw();
  const unwatch = shop.watch(draw);
  return () => {
    unwatch();
    shadow.adoptedStyleSheets = own;
    shadow.replaceChildren();
  };
}
