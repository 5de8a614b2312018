import { type DemoShop, demoPeople, RATES } from '../shop.ts';

export const lamplight: DemoShop = {
  slug: 'lamplight',
  name: '燈下課堂',
  industry: 'courses',
  locale: 'zh-TW',
  currency: 'CNY',
  timeZone: 'Asia/Taipei',
  staffNames: { owner: '許燈', manager: '沈書', clerk: '小穗' },
  contact: {
    phone: '02-5555-0103',
    email: 'hello@lamplight.example',
    address: '台北市大安區和平東路一段 9 號',
  },
  pointsName: {
    'zh-CN': { one: '灯油', other: '灯油' },
    'zh-TW': { one: '燈油', other: '燈油' },
    en: { one: 'lumen', other: 'lumens' },
  },
  programme: {
    baseRate: RATES.tenth,
    categoryRates: [],
    daysUntilEntry: 14,
    expiry: { kind: 'rolling', days: 365 },
    clawback: 'owe',
    graceDays: 7,
    openHoldsMax: 10,
  },
  rewards: [
    {
      names: { 'zh-CN': '手账笔记套装', 'zh-TW': '手帳筆記組', en: 'Notebook and pen' },
      descriptions: {
        'zh-CN': '点阵内页 192 页,配一支写得久的笔。',
        'zh-TW': '點陣內頁 192 頁,配一支寫得久的筆。',
        en: '192 dotted pages and a pen that lasts as long.',
      },
      pointsEach: 580,
      marketPriceMinor: 5800,
      costMinor: 2600,
      units: 120,
      limitPerMember: 2,
      picture: 'notebook.svg',
    },
    {
      names: { 'zh-CN': '护眼台灯', 'zh-TW': '護眼檯燈', en: 'Desk lamp' },
      descriptions: {
        'zh-CN': '四档亮度,最暗的一档不会吵醒旁边的人。',
        'zh-TW': '四段亮度,最暗的一段不會吵醒旁邊的人。',
        en: 'Four levels of light; the lowest wakes nobody.',
      },
      pointsEach: 1280,
      marketPriceMinor: 12_900,
      costMinor: 6200,
      units: 50,
      limitPerMember: 1,
      picture: 'lamp.svg',
    },
    {
      names: { 'zh-CN': '数位板', 'zh-TW': '數位板', en: 'Drawing tablet' },
      descriptions: {
        'zh-CN': '给学完基础、想自己画的人。',
        'zh-TW': '給學完基礎、想自己畫的人。',
        en: 'For those who have finished the basics and want to draw their own.',
      },
      pointsEach: 3990,
      marketPriceMinor: 39_900,
      costMinor: 24_000,
      units: 15,
      limitPerMember: 1,
      picture: 'tablet.svg',
    },
  ],
  categories: [null],
  averageMinor: 39_900,
  people: demoPeople(
    { lin: '林小滿', chen: '陳一帆', zhou: '周可', wu: '吳桐', he: '何靜' },
    {
      lin: [
        { points: 320, reason: 'other', note: '舊學習卡轉入' },
        { points: 400, reason: 'event', note: '完成第一門課' },
      ],
      zhou: [{ points: 600, reason: 'event', note: '二十一天不間斷' }],
      he: [{ points: 1500, reason: 'event', note: '完成三門課' }],
    },
    { lin: 0, zhou: 0, wu: 0, he: 1 },
  ),
  spentAndReturned: { handle: 'wu', boughtMinor: 580_000, returnedMinor: 60_000 },
};
