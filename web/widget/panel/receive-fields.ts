import type { RedeemRequest, Reward } from '../answers.ts';
import { h } from '../dom.ts';
import { mallOf, type Panel } from './parts.ts';

type Way = Pick<RedeemRequest, 'pickUp' | 'branchId'>;
const SEND = 'send';
const PICK_UP = 'pickUp';

/** Sent, or fetched at one of the shop's branches; one way alone is said and not asked. `sent` is what was asked before. */
export function receiveFields({ words, shop }: Panel, { sentLine }: Reward, sent: Way | undefined) {
  const ways = mallOf(shop)?.ways ?? [];
  const select = h(
    'select',
    { id: 'pm-way' },
    ...ways.map(({ value, name }) => h('option', { value }, name)),
  );
  const line = h('p', { class: 'small' });
  const element = h(
    'div',
    {},
    ways.length > 1 && h('label', { for: 'pm-way' }, words.receive),
    ways.length > 1 && select,
    line,
  );
  if (sent) select.value = sent.pickUp ? [PICK_UP, sent.branchId].filter(Boolean).join(':') : SEND;
  draw(sentLine);
  select.addEventListener('change', () => draw(sentLine));

  function chosen() {
    const value = select.value || SEND;
    return { pickUp: value !== SEND, branchId: value.split(':')[1] ?? null };
  }

  /** `ofParcel` is what sending costs, as it was said last. */
  function draw(ofParcel: string): void {
    const way = ways.find(({ value }) => value === select.value);
    const named = ways.length === 1 ? [way?.name] : [];
    line.textContent = chosen().pickUp ? [...named, way?.line].filter(Boolean).join(' · ') : ofParcel;
  }

  return {
    element,
    chosen,
    draw,
    lock(locked: boolean): void {
      select.disabled = locked;
    },
  };
}
