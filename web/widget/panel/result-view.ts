import type { Redemption, Reward } from '../answers.ts';
import { h, icon } from '../dom.ts';
import { fill } from '../fill.ts';
import { type Outcome, standing } from '../redeem-attempt.ts';
import { mallLink } from './mall-link.ts';
import { heading, nameOf, type Panel, picture, type View } from './parts.ts';
import { voucherCard } from './voucher-card.ts';

const TICK = 'M5 12.5l5 5L19 7';
/** When a redemption that is being confirmed is looked at again by itself. */
const LOOK_MS = [1500, 3000, 5000, 10_000];

type Standing = Extract<Outcome, { redemption: Redemption }>;

/** Lets the merchant's page know, once a redemption stands. */
export function tellHost({ page, shop }: Panel, reward: Reward, redemption: Redemption): void {
  const { id: redemptionId, number, points } = redemption;
  page.emit('redeemed', { mall: shop.slug, rewardId: reward.id, redemptionId, number, points });
}

/** What came of it: redeemed, still being confirmed, or not redeemed, with what follows. */
export function resultView(panel: Panel, reward: Reward, begun: Standing): View {
  const { words, format, shop } = panel;
  const body = h('div', { class: 'view result' });
  let now = begun;
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  hear(begun);
  return { body, redraw: draw, leave: () => clearTimeout(timer) };

  function hear(outcome: Standing): void {
    const changed = outcome.kind !== now.kind;
    now = outcome;
    draw();
    if (changed) {
      if (outcome.kind === 'redeemed') tellHost(panel, reward, outcome.redemption);
      panel.say(titleOf(outcome));
      void shop.load();
    }
    const waitMs = LOOK_MS[looks++];
    if (outcome.kind === 'confirming' && waitMs !== undefined) timer = setTimeout(look, waitMs);
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    const answer = await shop.ask<Redemption>(`/me/redemptions/${now.redemption.id}`);
    const outcome = answer.kind === 'ok' ? standing(answer.value) : now;
    if ('redemption' in outcome) hear(outcome);
  }

  function titleOf({ kind }: Standing): string {
    return kind === 'redeemed' ? words.success : kind === 'confirming' ? words.confirming : words.failed;
  }

  function draw(): void {
    const { redemption, kind } = now;
    const { member } = shop.state();
    const unit = format?.unit ?? '';
    const line = (message: string) => h('p', {}, fill(message, { unit }));
    const available = member.is === 'known' ? member.value.balances.availablePoints : null;
    const rest =
      kind === 'redeemed'
        ? [
            available !== null && h('p', {}, fill(words.left, { points: format?.points(available) ?? '' })),
            ...(redemption.voucher
              ? [voucherCard(panel, redemption.voucher)]
              : [h('h4', {}, words.next), h('ol', {}, ...redemption.next.map((step) => h('li', {}, step)))]),
          ]
        : kind === 'confirming'
          ? [
              line(words.confirmingLine),
              looks >= LOOK_MS.length &&
                h(
                  'button',
                  { type: 'button', class: 'button', onclick: () => void look() },
                  words.checkAgain,
                ),
            ]
          : [redemption.undoneBecause && h('p', {}, redemption.undoneBecause), line(words.failedLine)];
    body.replaceChildren(
      h('p', { class: `seal ${kind}` }, kind === 'redeemed' && icon(TICK)),
      heading(titleOf(now)),
      h(
        'div',
        { class: 'reward item' },
        picture(reward),
        h(
          'span',
          { class: 'what' },
          nameOf(redemption),
          h('span', { class: 'points' }, format?.points(redemption.points) ?? ''),
          h('span', { class: 'small' }, fill(words.number, { number: redemption.number })),
        ),
      ),
      ...rest.filter((part) => part instanceof Node),
      h(
        'div',
        { class: 'bar' },
        mallLink(panel, { path: redemption.path, label: words.viewOrder, shape: 'button' }),
        h('button', { type: 'button', class: 'button quiet', onclick: panel.home }, words.keepLooking),
      ),
    );
  }
}
