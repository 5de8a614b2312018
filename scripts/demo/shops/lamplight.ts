import { days } from '../moments.ts';
import { namedPeople } from '../people.ts';
import type { DemoShop } from '../shop.ts';

export const lamplight: DemoShop = {
  slug: 'lamplight',
  name: '燈下課堂',
  industry: 'courses',
  locale: 'zh-TW',
  currency: 'TWD',
  timeZone: 'Asia/Taipei',
  staffNames: { owner: '許燈', manager: '沈書', clerk: '小穗' },
  contact: {
    phone: '02-5555-0103',
    email: 'hello@lamplight.example',
    address: '台北市大安區和平東路一段 9 號',
  },
  carrier: { name: '黑貓宅急便', numberPrefix: '', numberDigits: 12 },
  cash: { counter: false, country: null },
  addressOf: (index) => ({
    country: 'TW',
    region: '台北市',
    city: '大安區',
    line1: `和平東路一段 ${100 + index} 號 3 樓`,
    postalCode: '106',
  }),
  words: {
    announcement: {
      'zh-CN': '十二月的大师直播开放兑换，两百个座位',
      'zh-TW': '十二月的大師直播開放兌換，兩百個座位',
      en: 'December’s live masterclass is open: two hundred seats',
    },
    banner: {
      'zh-CN': '每天一节，灯一直亮',
      'zh-TW': '每天一節，燈一直亮',
      en: 'A lesson a day keeps the lamp alight',
    },
    openingHours: {
      'zh-CN': '客服：周一至周五 10:00–18:00',
      'zh-TW': '客服：週一至週五 10:00–18:00',
      en: 'Desk: Monday to Friday, 10:00 to 18:00',
    },
  },
  registrationNumber: null,
  nearlyGone: { 'drawing-tablet': 2, 'study-camp': 3 },
  drop: null,
  categories: [null],
  averageMinor: 299_500,
  people: namedPeople({
    names: { lin: '林小滿', chen: '陳一帆', zhou: '周可', wu: '吳桐', he: '何靜' },
    phoneOf: (last) => `+88691234567${last}`,
    yuanMinor: 600,
    lin: {
      paperCard: { number: '舊學習卡 0117', points: 192 },
      given: [
        { hoursAgo: days(180), points: 200, reason: 'event', note: '完成第一門課' },
        { hoursAgo: days(90), points: 150, reason: 'event', note: '二十一天不間斷' },
        { hoursAgo: days(35), points: 480, reason: 'event', note: '六週的課與作業' },
      ],
      received: 'certificate',
      shipped: 'notebook',
      shows: '學完一門課：燈油來自購課、課堂與舊學習卡，一個包裹在路上',
    },
    chen: {
      boughtMinor: 199_500,
      missingOrder: '3055',
      shows: '昨天剛加入：50 燈油，39 待入帳',
    },
    zhou: {
      given: [{ hoursAgo: days(30), points: 600, reason: 'event', note: '二十一天不間斷' }],
      redeemed: [
        { reward: 'course-20', hoursAgo: days(60), state: 'used' },
        { reward: 'masterclass', hoursAgo: days(4), state: 'issued' },
      ],
      question: '直播課錯過了還能看回放嗎？',
      shows: '一張用過的課程券，一個直播座位',
    },
    wu: {
      boughtMinor: 2_650_000,
      received: 'notebook',
      shows: '兌換後退了課：欠 60 燈油，從下次獲得中抵扣',
    },
    he: {
      given: [{ hoursAgo: days(100), points: 1500, reason: 'event', note: '完成三門課' }],
      redeemed: [{ reward: 'desk-lamp', hoursAgo: days(60), state: 'received' }],
      complaint: '檯燈的燈臂鎖不緊，轉一下就往下掉，可以換新的嗎？',
      shows: '完成三門課，檯燈已簽收',
    },
  }),
  stranger: { name: '趙新', shows: '還沒加入，三天前買過課：用這個信箱加入，那一單的燈油跟著入帳' },
  crowd: {
    size: 18,
    surnames: '陳林黃張李王吳劉蔡楊許鄭謝郭洪',
    givenNames: [
      '怡君',
      '家豪',
      '雅婷',
      '志明',
      '淑芬',
      '承恩',
      '品妍',
      '宥廷',
      '詠晴',
      '子晴',
      '柏翰',
      '思妤',
    ],
    phoneOf: (place) => `+8869123461${String(place).padStart(2, '0')}`,
  },
  history: {
    size: 97,
    givenNames: [
      '冠宇',
      '雅雯',
      '佩珊',
      '俊宏',
      '建宏',
      '宜蓁',
      '郁婷',
      '佳穎',
      '彥廷',
      '柏宏',
      '筱涵',
      '鈺婷',
      '子涵',
      '哲瑋',
    ],
    phoneOf: (place) => `+88691235${String(place).padStart(4, '0')}`,
    redeems: 0.17,
    visitsByTier: [
      [4, 14],
      [16, 28],
      [30, 40],
      [44, 54],
    ],
    paperCard: 5,
    words: { paper: '舊學習卡' },
    visit: (random, { number }) => {
      if (number % 9 === 1) {
        const amountMinor = 100 * (1990 + 500 * Math.floor(random() * 6));
        return { amountMinor, note: `購課 · NT$${(amountMinor / 100).toLocaleString('en')}` };
      }
      return { amountMinor: 0, points: 10 * Math.ceil(3 + random() * 8), note: '一週的課與作業' };
    },
    tells: null,
  },
  spentAndReturned: { handle: 'wu', returnedMinor: 300_000 },
};
