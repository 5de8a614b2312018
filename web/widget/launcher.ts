import { inScheme } from '../shared/in-scheme.ts';
import type { Placed } from './contract.ts';
import { h, icon, sheetOf } from './dom.ts';
import { fill } from './fill.ts';
import { balanceOf } from './known-balance.ts';
import launcherCss from './launcher.css?inline';
import { themeSheet } from './look.ts';
import { pointsText } from './points-text.ts';
import type { Shop } from './shop.ts';
import type { Widget } from './start.ts';
import { capitalisedUnit } from './unit.ts';

const STAR = 'M12 3l2.1 6.9L21 12l-6.9 2.1L12 21l-2.1-6.9L3 12l6.9-2.1z';
/** How long an answer is waited for before the launcher shows itself without a figure. */
const SHOW_MS_MAX = 3000;
const OFFSET_PIXELS_MAX = 400;
/** A second mall's launcher stands above the first one's. */
const STACK_PIXELS = 60;

const shown = new Set<Placed>();

/** Draws `<pm-launcher>` and keeps it true until the returned function is called. */
export function drawLauncher(widget: Widget, shop: Shop, element: Placed): () => void {
  const { page, words } = widget;
  const { scheme, locale } = page.settings;
  const shadow = element.shadowRoot;
  const own = shadow.adoptedStyleSheets;
  const base = sheetOf(inScheme(launcherCss, scheme));
  const place = sheetOf(`:host{--pm-lift:${liftOf(element)}px}`);
  let themeFor: unknown = null;
  let button: HTMLButtonElement | null = null;
  let said = '';
  let waited = false;
  let failed = false;
  shown.add(element);

  function label(): string {
    const { mall } = shop.state();
    const balance = balanceOf(shop.state());
    if (failed) return words.unknownShort;
    if (mall.is !== 'known') return words.points;
    const unit = mall.value.pointsName.other;
    if (balance.is === 'known') return pointsText(balance.mall.pointsName, balance.points);
    if (balance.is === 'visitor') return fill(words.earn, { unit });
    return capitalisedUnit(unit, locale);
  }

  async function open(): Promise<void> {
    button?.setAttribute('aria-busy', 'true');
    failed = !(await widget.open(shop, element));
    button?.removeAttribute('aria-busy');
    draw();
  }

  function draw(): void {
    const state = shop.state();
    const mall = state.mall.is === 'known' ? state.mall.value : null;
    if (balanceOf(state).is === 'loading' && !waited && !button) return;
    // One look for all that is drawn: each change of sheets has the browser style the tree anew.
    if (!button || themeFor !== mall) {
      themeFor = mall;
      shadow.adoptedStyleSheets = [...own, base, themeSheet(mall, scheme), place];
    }
    const text = label();
    const name = mall?.mall.name ?? '';
    const named = widget.malls() > 1 ? name : '';
    if (button && said === text + name + named) return;
    said = text + name + named;
    const hadFocus = shadow.activeElement !== null;
    // A new button, never the old one with other words: one that grows would count as a shift of layout.
    button = h(
      'button',
      {
        type: 'button',
        'aria-haspopup': 'dialog',
        lang: locale,
        onclick: () => void open(),
      },
      icon(mall?.pointsIcon ?? STAR),
      named && h('span', { class: 'name', lang: mall?.mall.nameLocale }, named),
      h('span', {}, text),
      !named && name && h('span', { class: 'hidden' }, ` · ${fill(words.opens, { shop: name })}`),
    );
    shadow.replaceChildren(button);
    if (hadFocus) button.focus();
  }

  draw();
  const unwatch = shop.watch(draw);
  const timer = setTimeout(() => {
    waited = true;
    draw();
  }, SHOW_MS_MAX);
  return () => {
    unwatch();
    clearTimeout(timer);
    shown.delete(element);
    shadow.adoptedStyleSheets = own;
    shadow.replaceChildren();
  };
}

/** How much higher than the corner: past a bar of the host's own, and past launchers placed before. */
function liftOf(element: Placed): number {
  const offset = Number(element.getAttribute('offset'));
  const side = (each: Placed) => each.getAttribute('side') === 'left';
  const below = [...shown].filter((each) => each !== element && side(each) === side(element)).length;
  const asked = Number.isFinite(offset) ? Math.min(Math.max(offset, 0), OFFSET_PIXELS_MAX) : 0;
  return asked + below * STACK_PIXELS;
}
