import type { Ticket } from '../answers.ts';
import { h } from '../dom.ts';
import type { Panel } from './parts.ts';

/**
 * A link into the mall. A member enters signed in, by a ticket that is asked for at the press; without one
 * the link still leads there, where she can sign in.
 */
export function mallLink(
  { shop, words }: Panel,
  { path, label, shape }: { path: string; label: string | Node; shape: string },
): HTMLAnchorElement {
  const plain = new URL(path, shop.url).href;
  return h(
    'a',
    {
      class: shape,
      href: plain,
      target: '_blank',
      rel: 'noopener',
      referrerpolicy: 'origin',
      'data-key': `to ${path}`,
      onclick(event) {
        const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
        if (shop.state().member.is !== 'known' || ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        void enter();
      },
    },
    label,
    h('span', { class: 'hidden' }, ` ${words.newTab}`),
  );

  async function enter(): Promise<void> {
    // Before anything is awaited: afterwards a browser takes it for a pop-up that nobody asked for.
    const name = `pm-${crypto.randomUUID()}`;
    const tab = window.open('', name);
    if (tab) tab.opener = null;
    const answer = await shop.ask<Ticket>('/me/ticket', { post: { to: path } });
    follow(answer.kind === 'ok' ? answer.value.url : plain, tab ? name : '_self');
  }
}

/**
 * Leads a tab there and says from which site, whatever the page keeps to itself: by that the mall knows a
 * way in from the shop's own site. No listener of the page sees a link that is not in it.
 */
function follow(href: string, target: string): void {
  h('a', { href, target, referrerpolicy: 'origin' }).click();
}
