/** @jsxImportSource hono/jsx */
import type { Locale } from '../../src/domain/locale.ts';
import { helpAnswers } from '../../src/features/member-pages/help-view.ts';
import { privacyText, termsText } from '../../src/features/member-pages/legal-view.ts';
import type { AboutView } from '../../web/mall/about-you.tsx';
import { AccountPage, CloseAccountPage, type CloseView } from '../../web/mall/account.tsx';
import { AddressesPage, AddressPage } from '../../web/mall/addresses.tsx';
import { HelpPage } from '../../web/mall/help.tsx';
import { ConsentPage, LegalPage } from '../../web/mall/legal.tsx';
import { MePage } from '../../web/mall/me.tsx';
import { NewsPage } from '../../web/mall/news.tsx';
import { ProfilePage } from '../../web/mall/profile.tsx';
import { SLOT } from '../../web/mall/slot.ts';
import { VouchersPage } from '../../web/mall/vouchers.tsx';
import { ADDRESS, frame, NOW_MS, tile } from './fixtures.ts';
import { MANIFEST } from './published-mall.ts';

const render = (page: unknown): string => String(page);
const DAY_MS = 86_400_000;
const LINES = ['林小满', '138 0013 8000', '上海市徐汇区安福路 1 号'];
const EMPTY_FIELD = { value: '', error: null };

const CLOSING: CloseView = {
  idempotencyKey: 'key-1',
  availablePoints: 1286,
  pendingPoints: 128,
  vouchers: 1,
  underWay: [],
  unconfirmed: false,
};

const voucher = (standing: 'usable' | 'used' | 'expired') => ({
  ...tile(),
  redemptionId: 'rdm_01k',
  voucher: {
    standing,
    code: 'ABCD2345',
    worth: '立减 ¥30',
    address: 'https://mianyu.example/v/ABCD2345',
    validUntilMs: NOW_MS + 30 * DAY_MS,
    usedAtMs: standing === 'used' ? NOW_MS - DAY_MS : null,
  },
});

/** Pages about herself and her account, and the texts beside them. */
const ABOUT: AboutView = {
  idempotencyKey: 'key-1',
  points: 20,
  given: null,
  kept: true,
  missing: 1,
  isFrozen: false,
  questions: [
    {
      name: 'q-size',
      text: { text: '你平时穿什么尺码？', lang: 'zh-CN' },
      options: ['S', 'M', 'L', 'XL'].map((size) => ({
        id: size,
        text: { text: size, lang: 'zh-CN' as const },
      })),
      answer: 'M',
    },
    { name: 'q-colour', text: { text: '最喜欢的颜色？', lang: 'zh-CN' }, options: [], answer: '' },
  ],
};

export const OWN_STATES: Record<string, (locale: Locale) => string> = {
  me: (l) =>
    render(
      <MePage
        frame={frame(l, '/me')}
        view={{
          who: { name: '林小满', number: '1234 5678' },
          availablePoints: 1286,
          profilePoints: 30,
        }}
      />,
    ),
  vouchers: (l) =>
    render(
      <VouchersPage
        frame={frame(l, '/me/vouchers')}
        view={[voucher('usable'), voucher('used'), voucher('expired')]}
      />,
    ),
  'vouchers empty': (l) => render(<VouchersPage frame={frame(l, '/me/vouchers')} view={[]} />),
  addresses: (l) =>
    render(
      <AddressesPage
        frame={frame(l, '/me/addresses')}
        view={{
          addresses: [
            { addressId: 'adr_1', lines: LINES, isDefault: true },
            { addressId: 'adr_2', lines: LINES, isDefault: false },
          ],
          fullAt: null,
        }}
      />,
    ),
  address: (l) =>
    render(
      <AddressPage
        frame={frame(l, '/me/addresses/new')}
        view={{
          addressId: null,
          idempotencyKey: 'key-1',
          address: { ...ADDRESS, city: { value: '', error: '请填写城市' } },
          countries: [{ code: 'CN', name: '中国' }],
          refusal: null,
        }}
      />,
    ),
  profile: (l) =>
    render(
      <ProfilePage
        frame={frame(l, '/me/profile')}
        view={{
          name: { value: '林小满', error: null },
          locale: 'zh-CN',
          contact: ['+86 138 0013 8000'],
          saved: true,
          about: ABOUT,
          birthday: {
            birthday: null,
            chosen: { month: '2', day: '30', error: '没有这一天，请再选一次。' },
            kept: false,
          },
        }}
      />,
    ),
  news: (l) =>
    render(
      <NewsPage
        frame={frame(l, '/me/news')}
        view={{
          idempotencyKey: 'key-1',
          choices: [
            { channel: 'email', granted: true, chosen: { atMs: NOW_MS - DAY_MS, version: '4f1c2ab39d' } },
            { channel: 'sms', granted: false, chosen: null },
          ],
          terms: { atMs: NOW_MS - DAY_MS, version: '4f1c2ab39d' },
          saved: false,
          letters: {
            email: 'lin@example.com',
            wanted: {
              order_confirmed: true,
              order_shipped: true,
              order_ready: true,
              order_handed_over: true,
              order_cancelled: true,
              order_refunded: true,
              question_answered: false,
            },
          },
        }}
      />,
    ),
  account: (l) => render(<AccountPage frame={frame(l, '/me/account')} idempotencyKey="key-1" />),
  'closing the account': (l) =>
    render(<CloseAccountPage frame={frame(l, '/me/close')} view={{ ...CLOSING, unconfirmed: true }} />),
  'closing while an order is under way': (l) =>
    render(
      <CloseAccountPage
        frame={frame(l, '/me/close')}
        view={{ ...CLOSING, underWay: [{ redemptionId: 'rdm_01k', number: '7F3K9Q' }] }}
      />,
    ),
  help: (l) => {
    const { words } = frame(l, '/help');
    return render(
      <HelpPage
        frame={frame(l, '/help')}
        view={{
          returns: {
            line: '礼品签收后 7 天内可以退换',
            text: { text: '保留吊牌，邮费各半。', lang: 'zh-CN' },
          },
          questions: helpAnswers(words, MANIFEST),
          hours: { text: '每天 10:00–21:00', lang: 'zh-CN' },
          contact: [],
          form: { idempotencyKey: 'key-1', text: EMPTY_FIELD },
          refusal: null,
          sent: true,
          own: [
            {
              text: '周末开门吗？',
              orderNumber: null,
              askedAtMs: NOW_MS - DAY_MS,
              answer: { text: '开。', atMs: NOW_MS },
            },
            { text: null, orderNumber: '8842', askedAtMs: NOW_MS, answer: null },
          ],
        }}
      />,
    );
  },
  privacy: (l) => legal(l, 'privacy'),
  terms: (l) => legal(l, 'terms'),
  'changed terms': (l) => render(<ConsentPage frame={frame(l, '/consent')} to="/points" />),
};

function legal(l: Locale, kind: 'privacy' | 'terms'): string {
  const source = { manifest: MANIFEST, sms: true, slot: SLOT };
  const { words } = frame(l, '/');
  const text = kind === 'privacy' ? privacyText(words, source) : termsText(words, source);
  return render(<LegalPage frame={frame(l, `/${kind}`)} text={text} version="4f1c2ab39d" />);
}
