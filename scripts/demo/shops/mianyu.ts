import { type DemoShop, demoPeople, RATES, redeemingMore } from '../shop.ts';

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
  pointsName: {
    'zh-CN': { one: '积分', other: '积分' },
    'zh-TW': { one: '點數', other: '點數' },
    en: { one: 'point', other: 'points' },
  },
  programme: {
    baseRate: RATES.one,
    categoryRates: [
      { category: '换季清仓', rate: RATES.half },
      { category: '礼品卡', rate: RATES.nothing },
      { category: '运费', rate: RATES.nothing },
    ],
    daysUntilEntry: 7,
    expiry: { kind: 'end_of_next_year' },
    clawback: 'owe',
    graceDays: 7,
    openHoldsMax: 10,
  },
  rewards: [
    {
      names: { 'zh-CN': '亚麻发圈三件套', 'zh-TW': '亞麻髮圈三件組', en: 'Linen hair ties ×3' },
      descriptions: {
        'zh-CN': '沙、松、陶土三色，用裁衣余下的亚麻缝成。',
        'zh-TW': '沙、松、陶土三色，用裁衣餘下的亞麻縫成。',
        en: 'Sand, pine and terracotta, sewn from linen left over from our shirts.',
      },
      pointsEach: 220,
      marketPriceMinor: 2500,
      costMinor: 800,
      units: 200,
      limitPerMember: 2,
      picture: 'mianyu/hair-ties.svg',
    },
    {
      names: { 'zh-CN': '手作餐具两件套', 'zh-TW': '手作餐具兩件組', en: 'Tableware set' },
      descriptions: {
        'zh-CN': '一碗一碟，斑点釉，每一件都不完全一样。可进微波炉。',
        'zh-TW': '一碗一碟，斑點釉，每一件都不完全一樣。可微波。',
        en: 'A bowl and a plate in speckled glaze, no two alike. Microwave safe.',
      },
      pointsEach: 500,
      mix: { pointsMin: 200, cashMinor: 3000 },
      marketPriceMinor: 5200,
      costMinor: 2200,
      units: 80,
      limitPerMember: 2,
      picture: 'mianyu/tableware.svg',
    },
    {
      names: { 'zh-CN': '帆布托特包', 'zh-TW': '帆布托特包', en: 'Canvas tote' },
      descriptions: {
        'zh-CN': '厚帆布，长提手，装得下一周的菜和一根法棍。',
        'zh-TW': '厚帆布，長提把，裝得下一週的菜和一根法棍。',
        en: 'Heavy canvas and long handles: room for a week of greens and a baguette.',
      },
      pointsEach: 560,
      mix: { pointsMin: 260, cashMinor: 3000 },
      marketPriceMinor: 5900,
      costMinor: 2100,
      units: 120,
      limitPerMember: 2,
      picture: 'mianyu/tote.svg',
    },
  ],
  categories: [null, null, null, '换季清仓'],
  averageMinor: 12_800,
  people: redeemingMore(
    demoPeople(
      { lin: '林小满', chen: '陈一帆', zhou: '周可', wu: '吴桐', he: '何静' },
      {
        lin: [{ points: 320, reason: 'correction', note: '纸质积分卡转入' }],
        zhou: [{ points: 120, reason: 'event', note: '秋季新品试穿' }],
        he: [],
      },
      { lin: 1, zhou: 0, wu: 0, he: 2 },
    ),
    {
      he: [{ reward: 1, state: 'confirmed', points: 350 }],
      zhou: [{ reward: 1, state: 'to_pay', points: 200 }],
    },
  ),
  spentAndReturned: { handle: 'wu', boughtMinor: 22_000, returnedMinor: 6_000 },
};
