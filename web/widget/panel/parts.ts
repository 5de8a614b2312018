import type { Format } from '../../../src/messages/format.ts';
import type { Mall, Reward } from '../answers.ts';
import type { Page, WidgetWords } from '../contract.ts';
import { h, icon } from '../dom.ts';
import { fill } from '../fill.ts';
import type { Shop } from '../shop.ts';

/** What every view of the panel is given. */
export type Panel = {
  page: Page;
  words: WidgetWords;
  shop: Shop;
  /** Figures, dates and the shop's word for points; null until the mall is known. */
  format: Format | null;
  go(view: View): void;
  home(): void;
  close(): void;
  /** Says something to whoever does not see the change. */
  say(text: string): void;
};

/** A view: what stands between the panel's header and footer. */
export type View = {
  /** Drawn anew whenever something is learned; null keeps what is drawn, and whatever was typed there. */
  redraw: (() => void) | null;
  body: HTMLElement;
  /** Called when another view takes its place. */
  leave?: () => void;
};

export const BACK = 'M15 5l-7 7 7 7';
export const CLOSE = 'M6 6l12 12M18 6L6 18';
const GIFT = 'M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7C9 7 7 6 7 4.5S10 3 12 7c2-4 5-4 5-2.5S15 7 12 7z';

/** A heading that takes the focus when its view appears. */
export function heading(text: string): HTMLHeadingElement {
  return h('h3', { tabindex: -1, 'data-first': true }, text);
}

/** The way back to the first view, and the heading of this one. */
export function viewHead(panel: Panel, text: string): HTMLElement {
  return h(
    'div',
    { class: 'view-head' },
    h(
      'button',
      { type: 'button', class: 'round', 'aria-label': panel.words.back, onclick: panel.home },
      icon(BACK),
    ),
    heading(text),
  );
}

/** A reward's picture, or a quiet stand-in; a host's policy may keep pictures from elsewhere out. */
export function picture(reward: Reward): HTMLElement {
  const frame = h('span', { class: 'picture' }, icon(GIFT));
  if (reward.pictureUrl === null) return frame;
  const image = h('img', {
    src: reward.pictureUrl,
    alt: '',
    width: 64,
    height: 64,
    loading: 'lazy',
    decoding: 'async',
    onerror: () => image.remove(),
  });
  frame.append(image);
  return frame;
}

/** What a reward takes: points alone, and where cash is taken the fewest points with theirs. */
export function prices({ words, format }: Panel, { points, mixPrice }: Reward): HTMLElement[] {
  return [
    h('span', { class: 'points' }, format?.points(points) ?? ''),
    ...(mixPrice ? [h('span', { class: 'small' }, fill(words.orPrice, { price: mixPrice }))] : []),
  ];
}

/** A name that the merchant wrote, in the language it is really in. */
export function nameOf({ name, nameLocale }: { name: string; nameLocale: string | null }): HTMLElement {
  return h('span', { lang: nameLocale }, name);
}

/** A problem with a way to try again. */
export function trouble(text: string, retry: { words: string; act: () => void }): HTMLElement {
  return h(
    'div',
    { class: 'notice' },
    h('p', {}, text),
    h(
      'button',
      { type: 'button', class: 'button quiet', 'data-key': 'retry', onclick: retry.act },
      retry.words,
    ),
  );
}

/** As high as what it stands for, so that nothing jumps when that comes. */
export function skeleton(words: WidgetWords): HTMLElement {
  const blocks = ['card', 'line', 'row', 'row', 'row'].map((kind) => h('span', { class: `bone ${kind}` }));
  return h(
    'div',
    { class: 'skeleton' },
    h('p', { class: 'hidden', role: 'status' }, words.loading),
    ...blocks,
  );
}

export function mallOf(shop: Shop): Mall | null {
  const { mall } = shop.state();
  return mall.is === 'known' ? mall.value : null;
}
