import type { Me, Reward } from '../answers.ts';
import { h, icon } from '../dom.ts';
import { around, fill } from '../fill.ts';
import { historyView } from './history-view.ts';
import { mallLink } from './mall-link.ts';
import { mallOf, nameOf, type Panel, picture, prices, skeleton, trouble, type View } from './parts.ts';
import { redeemView } from './redeem-view.ts';
import { visitorParts } from './visitor-parts.ts';

/** Beside the nearest reward, as many more are shown that are not within reach yet. */
const ALMOST_MAX = 2;

/** What she has, what it buys now, and what is next; or what a visitor could have. */
export function homeView(panel: Panel): View {
  const body = h('div', { class: 'view' });
  const redraw = () => body.replaceChildren(...parts(panel));
  redraw();
  return { body, redraw };
}

function parts(panel: Panel): HTMLElement[] {
  const { shop, words } = panel;
  const { mall, member } = shop.state();
  if (mall.is === 'loading' || member.is === 'loading') return [skeleton(words)];
  if (mall.is === 'unknown') return [trouble(words.down, { words: words.retry, act: shop.retry })];
  if (member.is === 'unknown')
    return [
      trouble(words.down, { words: words.retry, act: shop.retry }),
      ...visitorParts(panel, { signIn: false }),
    ];
  if (member.is === 'refused')
    return [notTaken(panel, member.words), ...visitorParts(panel, { signIn: false })];
  if (member.is === 'visitor') return visitorParts(panel, { signIn: true });
  return [
    ...unanswered(panel),
    balanceCard(panel, member.value),
    ...shelves(panel, member.value),
    footer(panel, member.value),
  ];
}

/** What was asked for before the panel was closed, and nobody has answered yet. */
function unanswered(panel: Panel): HTMLElement[] {
  const { words, shop } = panel;
  const rewards = mallOf(shop)?.rewards ?? [];
  return rewards
    .filter(({ id }) => shop.attempts.openOf(id)?.doubted)
    .map((reward) =>
      h(
        'div',
        { class: 'notice', role: 'status' },
        h('p', {}, h('strong', {}, words.unsureTitle), ' · ', nameOf(reward)),
        h('p', { class: 'small' }, words.unsure),
        h(
          'button',
          {
            type: 'button',
            class: 'button small-button',
            'data-key': `ask ${reward.id}`,
            onclick: () => panel.go(redeemView(panel, reward)),
          },
          words.submitAgain,
        ),
      ),
    );
}

function notTaken({ words }: Panel, why: string): HTMLElement {
  return h(
    'div',
    { class: 'notice' },
    h('p', {}, words.signInRefused),
    why && h('p', { class: 'small' }, why),
  );
}

function balanceCard(panel: Panel, me: Me): HTMLElement {
  const { words, format, shop } = panel;
  const mall = mallOf(shop);
  if (!format || !mall) return skeleton(words);
  const { balances, nextExpiry, progress } = me;
  const available = Math.max(0, balances.availablePoints);
  const [before, after] = format.points(available).split(format.count(available));
  const nowMs = Date.now();
  const small = [
    balances.pendingPoints > 0 && fill(words.pending, { points: format.points(balances.pendingPoints) }),
    balances.heldPoints > 0 && fill(words.held, { points: format.points(balances.heldPoints) }),
    balances.debtPoints > 0 && fill(words.owed, { points: format.points(balances.debtPoints) }),
    nextExpiry &&
      fill(words.nextExpiry, {
        points: format.points(nextExpiry.points),
        date: format.lastDay(Date.parse(nextExpiry.at), nowMs),
      }),
  ].filter((line) => typeof line === 'string');
  const next = progress && mall.rewards.find(({ id }) => id === progress.rewardId);
  return h(
    'section',
    { class: 'balance' },
    h(
      'p',
      { class: 'big' },
      h('span', {}, `${words.available} `),
      before ?? '',
      icon(mall.pointsIcon),
      h('strong', {}, format.count(available)),
      after ?? '',
    ),
    small.length > 0 && h('ul', { class: 'lines' }, ...small.map((line) => h('li', {}, line))),
    next && progress && towards(panel, { reward: next, missing: progress.missingPoints, available }),
  );
}

type Way = { reward: Reward; missing: number; available: number };

function towards({ words, format }: Panel, { reward, missing, available }: Way): HTMLElement {
  const text = fill(words.toNext, { points: format?.points(missing) ?? '' });
  const [before, after] = around(text, 'reward');
  return h(
    'p',
    { class: 'towards' },
    h('progress', { max: available + missing, value: available, 'aria-label': words.progress }),
    h('span', {}, before, nameOf(reward), after),
  );
}

function shelves(panel: Panel, me: Me): HTMLElement[] {
  const { words, format } = panel;
  const mall = mallOf(panel.shop);
  if (!mall || !format) return [];
  const reach = [...me.toRedeem, ...me.toCombine];
  const now = mall.rewards.filter(({ id }) => reach.includes(id));
  const available = Math.max(0, me.balances.availablePoints);
  const almost = mall.rewards
    .filter((each) => leastOf(each) > available && each.band !== 'out')
    .filter(({ id }) => !reach.includes(id) && !me.atLimit.includes(id))
    .toSorted((a, b) => leastOf(a) - leastOf(b))
    .slice(0, 1 + ALMOST_MAX);
  return [
    h('h3', {}, words.now),
    now.length > 0
      ? h('ul', { class: 'shelf' }, ...now.map((reward) => within(panel, reward, me)))
      : h('p', { class: 'small' }, fill(words.nowEmpty, { unit: format.unit })),
    ...(almost.length > 0
      ? [
          // Nobody who has nothing is almost there.
          h('h3', {}, available > 0 ? words.almost : words.rewards),
          h('ul', { class: 'shelf' }, ...almost.map((reward) => beyond(panel, reward, available))),
        ]
      : []),
  ];
}

/** The fewest points that it can be had for. */
function leastOf({ points, mix }: Reward): number {
  return mix?.pointsMin ?? points;
}

function within(panel: Panel, reward: Reward, { toCombine }: Me): HTMLElement {
  const { words } = panel;
  return h(
    'li',
    { class: 'reward' },
    picture(reward),
    h(
      'span',
      { class: 'what' },
      mallLink(panel, { path: reward.path, label: nameOf(reward), shape: 'name-link' }),
      ...prices(panel, reward),
      reward.stockWord && h('span', { class: 'small' }, reward.stockWord),
    ),
    toCombine.includes(reward.id)
      ? mallLink(panel, { path: reward.path, label: words.combine, shape: 'button small-button' })
      : h(
          'button',
          {
            type: 'button',
            class: 'button small-button',
            'aria-label': fill(words.redeemOne, { reward: reward.name }),
            'data-key': `redeem ${reward.id}`,
            onclick: () => panel.go(redeemView(panel, reward)),
          },
          words.redeem,
        ),
  );
}

function beyond(panel: Panel, reward: Reward, available: number): HTMLElement {
  const { words, format } = panel;
  const gap = fill(words.gap, { points: format?.points(leastOf(reward) - available) ?? '' });
  return h(
    'li',
    { class: 'reward' },
    picture(reward),
    h(
      'span',
      { class: 'what' },
      mallLink(panel, { path: reward.path, label: nameOf(reward), shape: 'name-link' }),
      ...prices(panel, reward),
      h('span', { class: 'small' }, gap),
    ),
  );
}

function footer(panel: Panel, me: Me): HTMLElement {
  const { words, format } = panel;
  const count = format?.count(me.openRedemptions) ?? '';
  return h(
    'nav',
    { class: 'links', 'aria-label': words.openMall },
    h(
      'button',
      { type: 'button', class: 'link', 'data-key': 'history', onclick: () => panel.go(historyView(panel)) },
      fill(words.history, { unit: format?.unitTitle ?? '' }),
    ),
    mallLink(panel, {
      path: '/redemptions',
      label: me.openRedemptions > 0 ? fill(words.ordersOpen, { count }) : words.orders,
      shape: 'link',
    }),
    mallLink(panel, { path: '/', label: words.all, shape: 'link' }),
  );
}
