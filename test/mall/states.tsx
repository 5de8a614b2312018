/** @jsxImportSource hono/jsx */
import { HOME_BLOCKS } from '../../src/domain/design/design.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { ConfirmPage } from '../../web/mall/confirm.tsx';
import { HomePage, type HomeView } from '../../web/mall/home.tsx';
import { RewardPage } from '../../web/mall/reward.tsx';
import { SharePage } from '../../web/mall/share.tsx';
import {
  ACTIONS,
  ADDRESS,
  BALANCES,
  CASH,
  CHOICE,
  confirm,
  frame,
  MIXED,
  NOW_MS,
  reward,
  TILES,
  tile,
} from './fixtures.ts';

import { DECORATED } from './look-fixtures.ts';
import { MEMBER_STATES } from './member-states.tsx';
import { SIGN_IN_STATES } from './sign-in-states.tsx';

const render = (page: unknown): string => String(page);

const HOME: HomeView = {
  member: {
    kind: 'known',
    balances: BALANCES,
    nextExpiry: { points: 320, expiresAtMs: Date.UTC(2026, 11, 31, 15, 59) },
    isNew: false,
    isFrozen: false,
  },
  affordable: [TILES[2], TILES[0], TILES[1]].filter((each) => each !== undefined),
  almost: [],
  rewards: TILES,
  firstReward: null,
  receives: 'sent',
  joinOffer: null,
  blocks: [...HOME_BLOCKS],
  banners: [],
  expiring: null,
  find: { isFinding: false, query: '', kind: null, kinds: [], isSearchable: false, nearest: [] },
};

/** Every page in every state that exists, by name; each renders a whole document. */
export const STATES: Record<string, (locale: Locale) => string> = {
  'home signed in': (l) => render(<HomePage frame={frame(l, '/')} view={HOME} />),
  'home of a frozen account': (l) =>
    render(
      <HomePage
        frame={frame(l, '/')}
        view={{
          ...HOME,
          member: {
            kind: 'known',
            balances: BALANCES,
            nextExpiry: null,
            isNew: false,
            isFrozen: true,
          },
          affordable: [],
        }}
      />,
    ),
  'home signed out': (l) =>
    render(
      <HomePage
        frame={frame(l, '/', { signedIn: false })}
        view={{ ...HOME, member: { kind: 'visitor' }, affordable: [] }}
      />,
    ),
  'home of a shop that decorated, with an offer to join': (l) =>
    render(
      <HomePage
        frame={frame(l, '/', { signedIn: false, look: DECORATED })}
        view={{
          ...HOME,
          member: { kind: 'visitor' },
          joinOffer: { points: 100, reward: { text: '¥10 无门槛券', lang: 'zh-CN' } },
          affordable: [],
          banners: [
            {
              pictureUrl: '/pictures/linen.svg',
              title: { text: '慢一点，穿久一点', lang: 'zh-CN' },
              href: '/rules',
            },
            { pictureUrl: null, title: { text: 'Double points', lang: 'en' }, href: null },
          ],
          find: { ...HOME.find, kinds: ['goods', 'coupon'], isSearchable: true },
        }}
      />,
    ),
  'home with points about to expire': (l) =>
    render(
      <HomePage
        frame={frame(l, '/', { embedded: true })}
        view={{
          ...HOME,
          expiring: { points: 320, expiresAtMs: NOW_MS + 86_400_000, tiles: TILES.slice(1, 2) },
        }}
      />,
    ),
  'home with nothing found': (l) =>
    render(
      <HomePage
        frame={frame(l, '/?q=umbrella')}
        view={{
          ...HOME,
          rewards: [],
          blocks: ['rewards'],
          find: {
            ...HOME.find,
            isFinding: true,
            query: 'umbrella <b>',
            kind: 'coupon',
            kinds: ['goods', 'coupon'],
            isSearchable: true,
            nearest: TILES.slice(0, 3),
          },
        }}
      />,
    ),
  'home in a preview': (l) =>
    render(
      <HomePage
        frame={frame(l, '/', { signedIn: false, preview: true })}
        view={{ ...HOME, member: { kind: 'visitor' }, affordable: [] }}
      />,
    ),
  'home with unknown balance': (l) =>
    render(
      <HomePage frame={frame(l, '/')} view={{ ...HOME, member: { kind: 'unknown' }, affordable: [] }} />,
    ),
  'home almost there': (l) =>
    render(
      <HomePage
        frame={frame(l, '/')}
        view={{
          ...HOME,
          member: {
            kind: 'known',
            balances: { ...BALANCES, availablePoints: 160, pendingPoints: 0, totalPoints: 160 },
            nextExpiry: null,
            isNew: true,
            isFrozen: false,
          },
          affordable: [],
          almost: [{ reward: tile({ points: 220 }), gapPoints: 60 }],
          firstReward: tile({ points: 220 }),
        }}
      />,
    ),
  'home in debt and empty': (l) =>
    render(
      <HomePage
        frame={frame(l, '/')}
        view={{
          ...HOME,
          member: {
            kind: 'known',
            balances: {
              ...BALANCES,
              availablePoints: -60,
              pendingPoints: 0,
              totalPoints: -60,
              debtPoints: 60,
            },
            nextExpiry: null,
            isNew: false,
            isFrozen: false,
          },
          affordable: [],
          rewards: [],
          firstReward: tile({ points: 220 }),
        }}
      />,
    ),
  'home with enough on its way': (l) =>
    render(
      <HomePage
        frame={frame(l, '/')}
        view={{
          ...HOME,
          member: {
            kind: 'known',
            balances: { ...BALANCES, availablePoints: 100, totalPoints: 228 },
            nextExpiry: null,
            isNew: false,
            isFrozen: false,
          },
          affordable: [],
          firstReward: tile({ points: 220 }),
        }}
      />,
    ),
  ...Object.fromEntries(
    ACTIONS.map((action) => [
      `reward ${action.kind}`,
      (l: Locale) =>
        render(<RewardPage frame={frame(l, '/rewards/rwd_tableware')} reward={reward(action)} />),
    ]),
  ),
  'reward with a next price and few left': (l) =>
    render(
      <RewardPage
        frame={frame(l, '/rewards/rwd_tableware')}
        reward={reward(
          { kind: 'redeem', points: 500, leftPoints: 786, cash: null },
          {
            next: { points: 560, atMs: NOW_MS + 90_000 },
            untilMs: NOW_MS + 3 * 86_400_000,
            badge: { kind: 'low', units: 8 },
            description: null,
            similar: [],
          },
        )}
      />,
    ),
  'reward with points and cash': (l) =>
    render(
      <RewardPage
        frame={frame(l, '/rewards/rwd_watch')}
        reward={reward(MIXED, {
          ...tile({ rewardId: 'rwd_watch', points: 5000, mix: { pointsMin: 2000, cash: '¥300' } }),
          choice: CHOICE,
        })}
      />,
    ),
  'confirm with cash': (l) =>
    render(
      <ConfirmPage
        frame={frame(l, '/rewards/rwd_watch/confirm')}
        view={confirm({ reward: tile({ points: 3333 }), cash: CASH, availablePoints: 3333 })}
      />,
    ),
  'confirm with cash paid online only': (l) =>
    render(
      <ConfirmPage
        frame={frame(l, '/rewards/rwd_watch/confirm')}
        view={confirm({ reward: tile({ points: 3333 }), cash: { ...CASH, methods: ['online'] } })}
      />,
    ),
  confirm: (l) => render(<ConfirmPage frame={frame(l, '/rewards/rwd_tableware/confirm')} view={confirm()} />),
  'confirm before a code': (l) =>
    render(
      <ConfirmPage
        frame={frame(l, '/rewards/rwd_watch/confirm')}
        view={confirm({ reward: tile({ points: 5000 }), asksCodeAt: 'l•••@example.com' })}
      />,
    ),
  'confirm with a code': (l) =>
    render(
      <ConfirmPage
        frame={frame(l, '/rewards/rwd_watch/confirm')}
        view={confirm({
          reward: tile({ points: 5000 }),
          proof: { sentTo: 'l•••@example.com', error: frame(l, '/').words.t('sign.codeRequired') },
        })}
      />,
    ),
  'confirm with errors': (l) =>
    render(
      <ConfirmPage
        frame={frame(l, '/rewards/rwd_tableware/confirm')}
        view={confirm({
          address: {
            ...ADDRESS,
            recipientName: { value: '', error: frame(l, '/').words.t('confirm.required', { field: '…' }) },
            phone: { value: 'call me', error: frame(l, '/').words.t('confirm.phoneInvalid') },
          },
        })}
      />,
    ),
  'confirm at a changed price': (l) =>
    render(
      <ConfirmPage
        frame={frame(l, '/rewards/rwd_tableware/confirm')}
        view={confirm({
          reward: tile({ points: 560 }),
          priceVersion: 4,
          refusal: '价格刚刚更新为 560 积分，要按新价兑换吗？',
          shippingFee: '运费 ¥15，收货时付给快递员，这里不收',
          was: { points: 500, cash: null, fee: '¥10' },
        })}
      />,
    ),
  'reward shared': (l) =>
    render(
      <SharePage
        frame={frame(l, '/rewards/rwd_tableware/share')}
        view={{ reward: tile(), address: 'https://mianyu.example/rewards/rwd_tableware' }}
      />,
    ),
  ...MEMBER_STATES,
  ...SIGN_IN_STATES,
};
