import { days } from '../moments.ts';
import { namedPeople } from '../people.ts';
import type { DemoShop } from '../shop.ts';

export const mianyu: DemoShop = {
  slug: 'mianyu',
  name: '棉屿',
  industry: 'clothing',
  locale: 'zh-CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  staffNames: { owner: '方棉', manager: '宋岚', clerk: '小麦' },
  contact: { phone: '021-5555 0101', email: 'hello@mianyu.example', address: '上海市静安区愚园路 68 号' },
  carrier: { name: '顺丰速运', numberPrefix: 'SF', numberDigits: 13 },
  // Stripe opens no accounts on the mainland; the shop's company is in Hong Kong.
  cash: { counter: true, country: 'HK' },
  addressOf: (index) => ({
    country: 'CN',
    region: '上海市',
    city: '静安区',
    line1: `愚园路 ${100 + index} 弄 6 号 302 室`,
    postalCode: '200040',
  }),
  words: {
    announcement: {
      'zh-CN': '冬衣到店了，换季清仓也还有一周',
      'zh-TW': '冬衣到店了，換季出清也還有一週',
      en: 'Winter is in the shop, and the clearance has a week left',
    },
    banner: { 'zh-CN': '慢一点，穿久一点', 'zh-TW': '慢一點，穿久一點', en: 'Slower, and worn for longer' },
    openingHours: {
      'zh-CN': '每天 10:30–21:00',
      'zh-TW': '每天 10:30–21:00',
      en: 'Every day, 10:30 to 21:00',
    },
  },
  registrationNumber: '沪ICP备00000000号',
  nearlyGone: { scarf: 3, watch: 2 },
  drop: 'tee',
  categories: [null, null, null, '换季清仓'],
  averageMinor: 12_800,
  people: (nowMs) =>
    namedPeople(
      {
        names: { lin: '林小满', chen: '陈一帆', zhou: '周可', wu: '吴桐', he: '何静' },
        phoneOf: (last) => `+861990000000${last}`,
        yuanMinor: 100,
        lin: {
          paperCard: '纸质积分卡 0117',
          given: [],
          received: 'scarf',
          shipped: 'tote',
          shows: '2,430 积分，其中 320 来自旧纸卡、年底到期；一个包裹在路上',
        },
        chen: {
          boughtMinor: 12_800,
          shows: '昨天刚加入：100 积分，128 待入账，还没有兑换过',
        },
        zhou: {
          given: [{ hoursAgo: days(30), points: 120, reason: 'event', note: '秋季新品试穿' }],
          redeemed: [
            { reward: 'coupon-150-30', hoursAgo: days(130), state: 'used' },
            { reward: 'alteration', hoursAgo: days(8), state: 'issued' },
            { reward: 'tableware', hoursAgo: 0, state: 'to_pay', points: 200 },
          ],
          shows: '一张用过的券、一张待用的服务券，一笔等待付款的积分 + 现金兑换',
        },
        wu: {
          boughtMinor: 12_000,
          received: 'hair-ties',
          shows: '兑换后退了货：−60 积分，从下次获得中抵扣',
        },
        he: {
          given: [{ hoursAgo: days(100), points: 500, reason: 'goodwill', note: '生日礼' }],
          redeemed: [
            { reward: 'shirt', hoursAgo: days(90), state: 'received' },
            { reward: 'coupon-10', hoursAgo: days(18), state: 'used' },
            { reward: 'tableware', hoursAgo: 6, state: 'confirmed', points: 350 },
          ],
          shows: '老顾客：衬衫已签收，一笔积分 + 现金已付款、待发货',
        },
      },
      nowMs,
    ),
  crowd: {
    size: 36,
    surnames: '王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗',
    givenNames: [
      '安',
      '以宁',
      '清禾',
      '知夏',
      '书言',
      '一诺',
      '念',
      '若溪',
      '子衿',
      '木子',
      '初晴',
      '嘉',
      '雨桐',
      '沐阳',
    ],
    phoneOf: (place) => `+86199000010${String(place).padStart(2, '0')}`,
  },
  spentAndReturned: { handle: 'wu', returnedMinor: 6_000 },
};
