/** @jsxImportSource hono/jsx */
import type { Locale } from '../../src/domain/locale.ts';
import { EarnPage } from '../../web/mall/earn.tsx';
import { MessagePage, PlainMessagePage } from '../../web/mall/message-page.tsx';
import { RedemptionPage } from '../../web/mall/redemption.tsx';
import { RedemptionResultPage } from '../../web/mall/redemption-result.tsx';
import { RedemptionsPage } from '../../web/mall/redemptions.tsx';
import { RulesPage } from '../../web/mall/rules.tsx';
import { SLOT } from '../../web/mall/said.tsx';
import { detail, frame, NOW_MS, tile } from './fixtures.ts';
import { OWN_STATES } from './own-states.tsx';
import { PAYMENTS } from './payment-fixtures.ts';
import { POINTS_STATES } from './points-states.tsx';

const line = (message: string) => ({ message, name: null });

const render = (page: unknown): string => String(page);

const MESSAGE = { title: '没有这个页面', text: '这个地址没有内容。', requestId: 'req_1', action: null };

/** Pages about the member herself, in every state. */
export const MEMBER_STATES: Record<string, (locale: Locale) => string> = {
  'result done': (l) =>
    render(<RedemptionResultPage frame={frame(l, '/redemptions/rdm_01k/result')} detail={detail()} />),
  'result confirming': (l) =>
    render(
      <RedemptionResultPage
        frame={frame(l, '/redemptions/rdm_01k/result')}
        detail={detail({ state: 'committing' })}
      />,
    ),
  'result failed': (l) =>
    render(
      <RedemptionResultPage
        frame={frame(l, '/redemptions/rdm_01k/result')}
        detail={detail({ state: 'undone', undoneBecause: '刚刚兑完了，积分没有扣' })}
      />,
    ),
  ...POINTS_STATES,
  ...OWN_STATES,
  redemptions: (l) =>
    render(
      <RedemptionsPage
        frame={frame(l, '/redemptions')}
        view={{
          items: [
            detail(),
            detail({ state: 'shipped', quantity: 2, name: { text: 'Co-brand tee', lang: 'en' } }),
            detail({ state: 'cancelled' }),
            detail({
              state: 'awaiting_payment',
              cash: '¥166.70',
              pay: { untilMs: NOW_MS + 60_000, minutesLeft: 1 },
            }),
          ],
          olderHref: null,
          newestHref: '/redemptions',
        }}
      />,
    ),
  'redemptions empty': (l) =>
    render(
      <RedemptionsPage
        frame={frame(l, '/redemptions')}
        view={{ items: [], olderHref: null, newestHref: null }}
      />,
    ),
  'redemptions unknown': (l) => render(<RedemptionsPage frame={frame(l, '/redemptions')} view={null} />),
  'redemption confirmed': (l) =>
    render(<RedemptionPage frame={frame(l, '/redemptions/rdm_01k')} detail={detail()} />),
  ...Object.fromEntries(
    Object.entries(PAYMENTS).map(([name, payment]) => [
      `redemption ${name}`,
      (l: Locale) =>
        render(
          <RedemptionPage
            frame={frame(l, '/redemptions/rdm_01k')}
            detail={detail({ state: 'awaiting_payment', cash: '¥166.70', payment })}
          />,
        ),
    ]),
  ),
  'redemption being packed': (l) =>
    render(
      <RedemptionPage
        frame={frame(l, '/redemptions/rdm_01k')}
        detail={detail({ state: 'in_fulfilment', mayCancel: false, cancelRequestsLeft: 3 })}
      />,
    ),
  'redemption that the shop would not cancel': (l) =>
    render(
      <RedemptionPage
        frame={frame(l, '/redemptions/rdm_01k')}
        detail={detail({
          state: 'in_fulfilment',
          mayCancel: false,
          cancelRequestsLeft: 2,
          request: { state: 'declined', atMs: NOW_MS - 3_600_000, reason: null },
          shopReason: '已经打包了',
        })}
      />,
    ),
  'redemption shipped': (l) =>
    render(
      <RedemptionPage
        frame={frame(l, '/redemptions/rdm_01k')}
        detail={detail({
          state: 'shipped',
          mayCancel: false,
          mayReceive: true,
          parcel: { carrier: '顺丰速运', trackingNumber: 'SF1029384756' },
          request: { state: 'declined', atMs: NOW_MS - 3_600_000, reason: null },
          timeline: [
            { label: '已兑换，等待备货', atMs: NOW_MS - 7_200_000 },
            { label: '备货中', atMs: NOW_MS - 5_400_000 },
            { label: '已发货', atMs: NOW_MS - 3_600_000 },
          ],
        })}
      />,
    ),
  'redemption failed': (l) =>
    render(
      <RedemptionPage
        frame={frame(l, '/redemptions/rdm_01k')}
        detail={detail({ state: 'undone', mayCancel: false, undoneBecause: '刚刚兑完了，积分没有扣' })}
      />,
    ),
  'redemption with a voucher': (l) =>
    render(
      <RedemptionPage
        frame={frame(l, '/redemptions/rdm_01k')}
        detail={detail({
          state: 'issued',
          mayCancel: false,
          cancelRequestsLeft: 3,
          address: null,
          delivers: false,
          voucher: {
            code: 'ABCD2345',
            worth: '满 ¥150 减 ¥30',
            validUntilMs: NOW_MS + 30 * 86_400_000,
            usedAtMs: null,
            address: 'https://mianyu.example.com/v/ABCD2345',
            standing: 'usable',
          },
        })}
      />,
    ),
  'redemption cancelled': (l) =>
    render(
      <RedemptionPage
        frame={frame(l, '/redemptions/rdm_01k')}
        detail={detail({ state: 'cancelled', mayCancel: false, address: null })}
      />,
    ),
  'earn as a visitor': (l) => {
    const { t, format } = frame(l, '/earn').words;
    const example = (majors: number, points: number) =>
      t('earnPage.example', { amount: format.money(majors * 100, 'CNY'), points: format.points(points) });
    return render(
      <EarnPage
        frame={frame(l, '/earn', { signedIn: false })}
        view={{
          member: { kind: 'visitor' },
          firstReward: tile(),
          joinOffer: null,
          canRedeem: false,
          profilePoints: null,
          base: {
            rate: t('rule.base', { amount: format.money(100, 'CNY'), points: format.points(1) }),
            example: example(100, 100),
            entry: t('rule.entryDays', { days: 7 }),
          },
          categories: [
            { name: { text: '新品', lang: 'zh-CN' }, example: example(100, 200), isMore: true },
            { name: { text: '礼品卡', lang: 'zh-CN' }, example: null, isMore: false },
          ],
          onNow: [
            {
              rewardId: 'rwd_tee',
              name: { text: 'Co-brand tee', lang: 'en' },
              when: t('badge.notStarted', { time: format.dateTime(NOW_MS + 3_600_000, NOW_MS) }),
            },
          ],
          next: t('earnPage.next', { time: format.dateTime(NOW_MS + 7_200_000, NOW_MS) }),
          spend: format.money(50_000, 'CNY'),
        }}
      />,
    );
  },
  'earn before there are rules': (l) =>
    render(
      <EarnPage
        frame={frame(l, '/earn')}
        view={{
          member: { kind: 'unknown' },
          firstReward: null,
          joinOffer: null,
          canRedeem: true,
          profilePoints: 50,
          base: null,
          categories: [],
          onNow: [],
          next: null,
          spend: null,
        }}
      />,
    ),
  rules: (l) => {
    const { t, format } = frame(l, '/rules').words;
    return render(
      <RulesPage
        frame={frame(l, '/rules')}
        view={{
          intro: { text: '慢慢攒，不着急。', lang: 'zh-CN' },
          history: [{ title: '11月16日', lines: [line(t('rule.floor'))] }],
          sections: [
            {
              title: t('rule.earn'),
              lines: [
                line(t('rule.base', { amount: format.money(100, 'CNY'), points: format.points(1) })),
                {
                  message: t('rule.category', {
                    category: SLOT,
                    amount: format.money(200, 'CNY'),
                    points: format.points(1),
                  }),
                  name: { text: '换季清仓', lang: 'zh-CN' },
                },
                line(t('rule.floor')),
                line(t('rule.entryDays', { days: 7 })),
              ],
            },
            { title: t('rule.spend'), lines: [line(t('rule.spendLine')), line(t('rule.cancelLine'))] },
            { title: t('rule.expire'), lines: [line(t('rule.endOfNextYear'))] },
            { title: t('rule.refund'), lines: [line(t('rule.refundOwe'))] },
            { title: t('rule.contact'), lines: [line('+86 21 5555 0188')] },
          ],
          inForce: t('rule.version', { version: 3, date: format.date(NOW_MS, NOW_MS) }),
          next: null,
        }}
      />,
    );
  },
  'not found': (l) => render(<MessagePage frame={frame(l, '/nowhere')} view={MESSAGE} />),
  'page of a shop that closes': (l) => {
    const { t, format } = frame(l, '/').words;
    const said = { date: format.lastDay(NOW_MS, NOW_MS), unit: format.unit };
    const closing = { isOver: false, earns: false, text: t('closing.soonUnearned', said) };
    return render(<MessagePage frame={frame(l, '/nowhere', { closing })} view={MESSAGE} />);
  },
  'shop closed': (l) => {
    const { t, format } = frame(l, '/').words;
    const date = format.lastDay(NOW_MS, NOW_MS);
    const closing = { isOver: true, earns: false, text: t('closing.over', { date }) };
    const title = t('closing.closedTitle', { shop: '棉屿' });
    const action = { href: '/me', label: t('closing.own') };
    const view = { title, text: t('closing.closed', { date }), requestId: null, action };
    return render(<MessagePage frame={frame(l, '/', { closing })} view={view} />);
  },
  'unknown shop': (l) =>
    render(
      <PlainMessagePage
        words={frame(l, '/').words}
        assets={{ ...frame(l, '/').assets, theme: null }}
        path="/"
        view={{ ...MESSAGE, action: { href: 'http://localhost:8787/', label: 'Pointmall' } }}
      />,
    ),
};
