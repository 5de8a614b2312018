import { h } from '../dom.ts';
import { fill } from '../fill.ts';
import { mallLink } from './mall-link.ts';
import { mallOf, nameOf, type Panel, picture, prices } from './parts.ts';

const REWARDS_MAX = 6;

/** What the mall shows to anyone: how points are earned and what they buy. */
export function visitorParts(panel: Panel, { signIn }: { signIn: boolean }): HTMLElement[] {
  const { words, format, shop } = panel;
  const mall = mallOf(shop);
  if (!mall || !format) return [];
  const unit = format.unit;
  const { earning } = mall;
  const rewards = mall.rewards.slice(0, REWARDS_MAX);
  return [
    ...(signIn ? [invitation(panel)] : []),
    h('h3', {}, words.rewards),
    rewards.length > 0
      ? h('ul', { class: 'shelf' }, ...rewards.map((reward) => publicReward(panel, reward)))
      : h('p', { class: 'small' }, fill(words.rewardsEmpty, { unit })),
    h(
      'nav',
      { class: 'links', 'aria-label': words.openMall },
      mallLink(panel, { path: '/', label: words.openMall, shape: 'button quiet' }),
    ),
  ];

  function invitation({ page, close }: Panel): HTMLElement {
    return h(
      'section',
      { class: 'balance' },
      h('p', { class: 'lead' }, fill(words.signedOutLead, { unit })),
      earning && h('p', {}, fill(words.earning, { amount: earning.amount, points: earning.pointsText })),
      page.hears('sign-in-needed')
        ? h(
            'button',
            {
              type: 'button',
              class: 'button on-card',
              'data-key': 'sign-in',
              onclick() {
                close();
                page.emit('sign-in-needed', { mall: shop.slug });
              },
            },
            words.signIn,
          )
        : h('p', { class: 'small' }, fill(words.signInHere, { unit })),
    );
  }
}

function publicReward(panel: Panel, reward: Parameters<typeof picture>[0]): HTMLElement {
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
  );
}
