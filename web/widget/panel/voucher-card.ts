import type { Redemption } from '../answers.ts';
import { h } from '../dom.ts';
import type { Panel } from './parts.ts';

/** The code of a coupon or a service: selectable as it is, and copied by one tap where the browser lets us. */
export function voucherCard(
  panel: Panel,
  { code, worth, validity }: NonNullable<Redemption['voucher']>,
): HTMLElement {
  const { words } = panel;
  const copy = h(
    'button',
    {
      type: 'button',
      class: 'link',
      async onclick() {
        await navigator.clipboard.writeText(code);
        copy.textContent = words.copied;
        panel.say(words.copied);
      },
    },
    words.copyCode,
  );
  // Pages without https have no clipboard; the code can be selected there all the same.
  copy.hidden = !navigator.clipboard;
  return h(
    'section',
    { class: 'voucher', 'aria-label': words.code },
    worth && h('h4', {}, worth),
    h('p', { class: 'small' }, words.showCode),
    h('p', { class: 'code' }, code),
    copy,
    h('p', { class: 'small' }, validity),
  );
}
