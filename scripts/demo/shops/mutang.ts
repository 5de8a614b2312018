import { days } from '../moments.ts';
import { namedPeople } from '../people.ts';
import type { DemoShop } from '../shop.ts';

export const mutang: DemoShop = {
  slug: 'mutang',
  name: '沐棠',
  industry: 'beauty',
  locale: 'zh-CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  staffNames: { owner: '沈棠', manager: '程霜', clerk: '阿禾' },
  contact: { phone: '028-5555 0102', email: 'hello@mutang.example', address: '成都市锦江区书院街 12 号' },
  carrier: { name: '中通快递', numberPrefix: '', numberDigits: 14 },
  cash: { counter: true, country: null },
  addressOf: (index) => ({
    country: 'CN',
    region: '四川省',
    city: '成都市锦江区',
    line1: `书院街 ${10 + index} 号 2 单元 501 室`,
    postalCode: '610011',
  }),
  words: {
    announcement: {
      'zh-CN': '冬天请早约：周末的下午最先满',
      'zh-TW': '冬天請早約：週末的下午最先滿',
      en: 'Winter books early: weekend afternoons go first',
    },
    banner: { 'zh-CN': '把今天洗软一点', 'zh-TW': '把今天洗軟一點', en: 'Wash the day a little softer' },
    openingHours: {
      'zh-CN': '周二至周日 11:00–20:30',
      'zh-TW': '週二至週日 11:00–20:30',
      en: 'Tuesday to Sunday, 11:00 to 20:30',
    },
  },
  registrationNumber: '蜀ICP备00000000号',
  nearlyGone: { 'travel-set': 4, 'beauty-device': 1 },
  drop: null,
  categories: [null, null, null, null, '储值'],
  averageMinor: 26_800,
  people: (nowMs) =>
    namedPeople(
      {
        names: { lin: '林小满', chen: '陈一帆', zhou: '周可', wu: '吴桐', he: '何静' },
        phoneOf: (last) => `+861990000000${last}`,
        yuanMinor: 140,
        lin: {
          paperCard: '纸质护理卡 0117',
          given: [],
          received: 'candle',
          shipped: 'masks',
          shows: '一年的护理、旧纸卡转入的花瓣，一个包裹在路上',
        },
        chen: {
          boughtMinor: 26_800,
          shows: '昨天刚加入，今天做了第一次护理',
        },
        zhou: {
          given: [{ hoursAgo: days(30), points: 500, reason: 'event', note: '首次预约到店' }],
          redeemed: [
            { reward: 'treatment-20', hoursAgo: days(60), state: 'used' },
            { reward: 'brow-shaping', hoursAgo: days(4), state: 'issued' },
          ],
          shows: '一张用过的抵用券，一次还没用的修眉',
        },
        wu: { boughtMinor: 130_000, received: 'masks', shows: '兑换后退了货：欠 60 花瓣，从下次获得中抵扣' },
        he: {
          given: [{ hoursAgo: days(100), points: 500, reason: 'goodwill', note: '生日护理' }],
          redeemed: [
            { reward: 'deep-cleanse', hoursAgo: days(90), state: 'used' },
            { reward: 'masks', hoursAgo: 0, state: 'to_pay', points: 350 },
          ],
          shows: '老顾客：护理已核销，一笔花瓣 + 到店付等她来',
        },
      },
      nowMs,
    ),
  crowd: {
    size: 28,
    surnames: '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗',
    givenNames: [
      '晓棠',
      '静怡',
      '若云',
      '思雨',
      '佳宁',
      '梦洁',
      '雅',
      '心怡',
      '语桐',
      '婉清',
      '露',
      '诗涵',
      '欣',
      '芷若',
    ],
    phoneOf: (place) => `+86199000020${String(place).padStart(2, '0')}`,
  },
  spentAndReturned: { handle: 'wu', returnedMinor: 12_000 },
};
