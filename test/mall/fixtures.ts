import type { Balances } from '../../src/account/contract.ts';
import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import type { PointsName, Theme } from '../../src/domain/shop.ts';
import type {
  AddressFields,
  CashChoice,
  ConfirmView,
  Frame,
  RedemptionDetail,
  RewardAction,
  RewardTileView,
  RewardView,
} from '../../web/mall/views.ts';
import { wordsFor } from '../../web/mall/words.ts';
import { LOOK } from './look-fixtures.ts';

/** 22 November 2026, noon in Shanghai. */
export const NOW_MS = Date.UTC(2026, 10, 22, 4);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const POINTS_NAME: PointsName = {
  'zh-CN': { one: '积分', other: '积分' },
  'zh-TW': { one: '點數', other: '點數' },
  en: { one: 'point', other: 'points' },
};

export const MIANYU_THEME: Theme = {
  layout: 'editorial',
  light: {
    main: '#23433B',
    onMain: '#FFFFFF',
    page: '#F6F2EA',
    text: '#1D2421',
    accent: '#A34A28',
    accentText: '#A34A28',
  },
  dark: {
    main: '#9CC7B6',
    onMain: '#12201C',
    page: '#12201C',
    text: '#E9EFEA',
    accent: '#E8A57F',
    accentText: '#E8A57F',
  },
  cornerPixels: 0,
  heading: 'serif',
};

export function frame(locale: Locale, path: string, change: Partial<Frame> = {}): Frame {
  return {
    words: wordsFor({
      locale,
      shopLocale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      pointsName: POINTS_NAME,
      nowMs: NOW_MS,
    }),
    shop: {
      name: '棉屿',
      locale: 'zh-CN',
      languages: LOCALES,
      contact: {
        phone: '+86 21 5555 0188',
        email: 'hello@mianyu.example',
        address: '上海市徐汇区安福路 1 号',
      },
    },
    signedIn: true,
    preview: false,
    path,
    origin: 'https://mianyu.example',
    assets: { style: '/assets/mall.css', script: '/assets/island.js', theme: '/theme.css' },
    look: LOOK,
    embedded: false,
    ...change,
  };
}

export const BALANCES: Balances = {
  availablePoints: 1286,
  pendingPoints: 128,
  heldPoints: 0,
  totalPoints: 1414,
  debtPoints: 0,
  balancePoints: 1414,
};

export function tile(change: Partial<RewardTileView> = {}): RewardTileView {
  return {
    rewardId: 'rwd_tableware',
    kind: 'goods',
    name: { text: '手作餐具两件套', lang: 'zh-CN' },
    pictureUrl: '/pictures/tableware.svg',
    points: 500,
    market: '¥52',
    mix: null,
    voucher: null,
    badge: null,
    ...change,
  };
}

export const TILES: RewardTileView[] = [
  tile(),
  tile({
    rewardId: 'rwd_hairties',
    name: { text: '亚麻发圈三件套', lang: 'zh-CN' },
    pictureUrl: '/pictures/hairties.svg',
    points: 220,
    market: '¥25',
    badge: { kind: 'low', units: 8 },
  }),
  tile({
    rewardId: 'rwd_tote',
    name: { text: '帆布托特包', lang: 'zh-CN' },
    pictureUrl: '/pictures/tote.svg',
    points: 560,
    market: '¥59',
  }),
  tile({
    rewardId: 'rwd_tee',
    name: { text: 'Co-brand tee', lang: 'en' },
    pictureUrl: '/pictures/tee.svg',
    points: 1500,
    market: '¥159',
    badge: { kind: 'not_started', startsAtMs: NOW_MS + 2 * DAY_MS },
  }),
  tile({
    rewardId: 'rwd_scarf',
    name: { text: '羊毛围巾', lang: 'zh-CN' },
    pictureUrl: '/pictures/scarf.svg',
    points: 1600,
    market: '¥168',
    badge: { kind: 'sold_out' },
  }),
  tile({
    rewardId: 'rwd_watch',
    name: { text: '智能手表', lang: 'zh-CN' },
    pictureUrl: null,
    points: 5000,
    market: '¥529',
    badge: { kind: 'limited', limit: 1 },
  }),
];

export function reward(action: RewardAction, change: Partial<RewardView> = {}): RewardView {
  return {
    ...tile(),
    description: {
      text: '景德镇手作，一碗一盘，釉面带斑点，每一只都不一样。\n可进微波炉和洗碗机。',
      lang: 'zh-CN',
    },
    delivery: ['店铺寄出，可查物流'],
    returns: null,
    limit: 2,
    taken: 0,
    untilMs: null,
    next: null,
    action,
    choice: null,
    draftKey: 'key-1',
    own: null,
    similar: TILES.slice(1, 4),
    ...change,
  };
}

/** A watch of 5,000 points, or 2,000 and ¥300.00, in the hands of somebody who has 3,333. */
export const CHOICE: CashChoice = {
  pointsMin: 2_000,
  pointsMax: 3_333,
  points: 3_333,
  cash: '¥166.70',
  cashTyped: '166.70',
  currency: 'CNY',
  price: {
    pointsEach: 5_000,
    mix: { currency: 'CNY', pointsMin: 2_000, cashPerPoint: { numerator: 10, denominator: 1 } },
  },
  availablePoints: 3_333,
  least: null,
};
export const MIXED: RewardAction = { kind: 'redeem', points: 3_333, leftPoints: 0, cash: '¥166.70' };
export const CASH: NonNullable<ConfirmView['cash']> = {
  amountMinor: 16_670,
  amount: '¥166.70',
  methods: ['online', 'counter'],
  method: 'online',
};

export const ACTIONS: RewardAction[] = [
  { kind: 'redeem', points: 500, leftPoints: 786, cash: null },
  { kind: 'short', missingPoints: 120, availablePoints: 380, pendingPoints: 0, spend: '¥120' },
  { kind: 'sign_in' },
  { kind: 'sold_out' },
  { kind: 'not_started', startsAtMs: NOW_MS + DAY_MS },
  { kind: 'ended', endedAtMs: NOW_MS - DAY_MS },
  { kind: 'limit', limit: 1, taken: 1 },
  { kind: 'stopped' },
  { kind: 'frozen' },
  { kind: 'unknown' },
];

const field = (value: string, error: string | null = null) => ({ value, error });

export const ADDRESS: AddressFields = {
  recipientName: field('林小满'),
  phone: field('138 0013 8000'),
  country: field('CN'),
  region: field('上海市'),
  city: field('徐汇区'),
  line1: field('安福路 1 号'),
  line2: field(''),
  postalCode: field('200031'),
};

export function confirm(change: Partial<ConfirmView> = {}): ConfirmView {
  return {
    reward: tile(),
    priceVersion: 3,
    cash: null,
    availablePoints: 1286,
    idempotencyKey: 'key-1',
    address: ADDRESS,
    receive: null,
    shippingFee: null,
    countries: [
      { code: 'CN', name: '中国' },
      { code: 'TW', name: '台湾' },
    ],
    refusal: null,
    shippingFeeMinor: 0,
    was: null,
    asksCodeAt: null,
    proof: null,
    ...change,
  };
}

export function detail(change: Partial<RedemptionDetail> = {}): RedemptionDetail {
  return {
    redemptionId: 'rdm_01k',
    number: '7F3K9Q',
    rewardId: 'rwd_tableware',
    packByMs: NOW_MS + 46 * HOUR_MS,
    name: { text: '手作餐具两件套', lang: 'zh-CN' },
    quantity: 1,
    pictureUrl: '/pictures/tableware.svg',
    points: 500,
    state: 'confirmed',
    createdAtMs: NOW_MS - 2 * HOUR_MS,
    cash: null,
    stateLabel: '已兑换，等待备货',
    pay: null,
    counterUntilMs: null,
    refunded: 'none',
    payment: null,
    timeline: [{ label: '已兑换，等待备货', atMs: NOW_MS - 2 * HOUR_MS }],
    address: ['林小满 138 0013 8000', '上海市 徐汇区 安福路 1 号', '200031 中国'],
    delivers: true,
    pickUp: false,
    pickUpAt: null,
    shippingFee: null,
    voucher: null,
    parcel: null,
    availablePoints: null,
    undoneBecause: null,
    request: null,
    mayCancel: true,
    cancelRequestsLeft: 0,
    shopReason: null,
    mayReceive: false,
    idempotencyKey: 'key-2',
    refusal: null,
    ...change,
  };
}
