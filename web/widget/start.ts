import { drawBalance } from './balance.ts';
import type { Page, Placed, Started, WidgetWords, WordsChunk } from './contract.ts';
import { drawLauncher } from './launcher.ts';
import type { OpenPanel, PanelChunk } from './panel/panel.ts';
import { isSlug } from './place.ts';
import { createShop, type Shop } from './shop.ts';

/** What the drawing parts share. */
export type Widget = {
  page: Page;
  words: WidgetWords;
  /** How many malls this page shows: with more than one, each says its name. */
  malls(): number;
  /** Opens a mall's panel; `opener` gets the focus back. Says whether it could be opened. */
  open(shop: Shop, opener: HTMLElement | null): Promise<boolean>;
};

/** Begins the real work: talks to the malls, draws what stands on the page, loads the panel when asked. */
export async function start(page: Page): Promise<Started> {
  const words = ((await page.load(`words-${page.settings.locale}`)) as WordsChunk).default;
  const shops = new Map<string, Shop>();
  const drawn = new Map<Placed, () => void>();
  let panel: OpenPanel | null = null;

  function shopOf(slug: string | null | undefined): Shop | null {
    const named = slug || page.settings.mall;
    if (!isSlug(named)) return null;
    const known = shops.get(named);
    if (known) return known;
    const shop = createShop(page, named);
    shops.set(named, shop);
    void shop.load().then(() => page.emit('ready', { mall: named }));
    return shop;
  }

  const widget: Widget = {
    page,
    words,
    malls: () => shops.size,
    async open(shop, opener) {
      let chunk: PanelChunk;
      try {
        chunk = (await page.load('panel')) as PanelChunk;
      } catch {
        page.emit('error', { mall: shop.slug, code: 'unavailable', detail: words.down });
        return false;
      }
      panel?.close();
      const opened = chunk.openPanel({
        page,
        words,
        shop,
        opener,
        onClose() {
          if (panel === opened) panel = null;
          page.emit('close', { mall: shop.slug });
        },
      });
      panel = opened;
      page.emit('open', { mall: shop.slug });
      return true;
    },
  };

  return {
    placed(element) {
      const shop = shopOf(element.getAttribute('mall'));
      if (!shop) return;
      const draw = element.localName === 'pm-balance' ? drawBalance : drawLauncher;
      drawn.set(element, draw(widget, shop, element));
    },
    removed(element) {
      drawn.get(element)?.();
      drawn.delete(element);
    },
    identify() {
      for (const shop of shops.values()) shop.forgetMember();
    },
    signOut() {
      panel?.close();
      for (const shop of shops.values()) shop.forgetMember(true);
    },
    open(mall) {
      const shop = shopOf(mall);
      if (shop) void widget.open(shop, null);
    },
    close: () => panel?.close(),
  };
}
