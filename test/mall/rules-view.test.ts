import { describe, expect, test } from 'vitest';
import { rulesView } from '../../src/features/mall/rules-view.ts';
import type { MallManifest, ProgrammeSummary } from '../../src/features/publication/manifest.ts';
import { frame, MIANYU_THEME, NOW_MS, POINTS_NAME } from './fixtures.ts';

const programme = (change: Partial<ProgrammeSummary> = {}): ProgrammeSummary => ({
  version: 3,
  hash: '',
  effectiveAtMs: NOW_MS - 86_400_000,
  baseRate: { numerator: 1, denominator: 1 },
  categoryRates: [],
  daysUntilEntry: 7,
  expiry: { kind: 'end_of_next_year' },
  clawback: 'owe',
  graceDays: 7,
  openHoldsMax: 10,
  ...change,
});

function rules(
  current: ProgrammeSummary | null,
  next: ProgrammeSummary | null = null,
  locale: 'zh-CN' | 'zh-TW' | 'en' = 'zh-CN',
  counter = false,
) {
  const manifest: MallManifest = {
    version: 1,
    publishedAtMs: 0,
    tenant: {
      tenantId: 'ten_1',
      slug: 'mianyu',
      name: '棉屿',
      locale: 'zh-CN',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      state: 'open',
      contact: { phone: '021 5555 0188', email: null, address: null },
    },
    theme: MIANYU_THEME,
    pointsName: POINTS_NAME,
    programme: { current, next },
    payments: { online: false, counter },
    rewards: [],
  };
  return rulesView(frame(locale, '/rules').words, { manifest, slot: '*' });
}

const lines = (view: ReturnType<typeof rules>) =>
  view.sections.flatMap((section) =>
    section.lines.map(({ message, name }) => message.replace('*', name?.text ?? '*')),
  );

describe('the rules page', () => {
  test('says what becomes of cash only where the shop takes cash', () => {
    const says = (counter: boolean) => lines(rules(programme(), null, 'zh-CN', counter));
    expect(says(true)).toContain('备货前可取消，积分和现金都原路退回。');
    expect(says(true)).toContain(
      '搭配积分付的现金：刷卡的退回卡上，银行一般 5–10 天到账；店里付的在店里退。',
    );
    expect(says(false).filter((line) => line.includes('现金'))).toEqual([]);
  });

  test('says the whole programme in sentences', () => {
    const half = { category: '换季清仓', rate: { numerator: 1, denominator: 2 } };
    const none = { category: '礼品卡', rate: { numerator: 0, denominator: 1 } };
    expect(lines(rules(programme({ categoryRates: [half, none] })))).toEqual([
      '每消费 ¥1 得 1 积分',
      '换季清仓：每消费 ¥2 得 1 积分',
      '礼品卡：不计积分',
      '按整单计算，小数舍去。',
      '订单完成后 7 天到账。',
      '在本商城兑换礼品，先用最早到期的。',
      '备货前可取消。',
      '今年赚的，明年 12 月 31 日到期。',
      '退货会收回当时给的；已经花掉的，从下次获得中抵扣。',
      '021 5555 0188',
    ]);
  });

  test('names the last category where the line that counts those left out would stand', () => {
    const none = (category: string) => ({ category, rate: { numerator: 0, denominator: 1 } });
    const shown = lines(
      rules(programme({ categoryRates: ['清仓', '礼品卡', '运费'].map(none), signUpBonus: 100 })),
    );
    expect(shown.filter((line) => line.includes('不计积分'))).toEqual([
      '清仓：不计积分',
      '礼品卡：不计积分',
      '运费：不计积分',
    ]);
  });

  test('stays within twelve lines however many categories there are', () => {
    const categoryRates = Array.from({ length: 50 }, (_, index) => ({
      category: `c${index}`,
      rate: { numerator: index, denominator: 10 },
    }));
    const shown = lines(rules(programme({ categoryRates, daysUntilEntry: 0, expiry: { kind: 'never' } })));
    expect(shown.length).toBeLessThanOrEqual(12);
    expect(shown).toContain('另有 47 类按各自的比例。');
    const welcoming = lines(rules(programme({ categoryRates, signUpBonus: 100 })));
    expect(welcoming.length).toBeLessThanOrEqual(12);
    expect(welcoming[0]).toBe('注册即送 100 积分，立即到账，每人一次');
  });

  test.each([
    [{ numerator: 1, denominator: 1000 }, '¥1,000 spent earns 1 point'],
    [{ numerator: 100, denominator: 1 }, '¥1 spent earns 100 points'],
    [{ numerator: 3, denominator: 2 }, '¥2 spent earns 3 points'],
    [{ numerator: 50, denominator: 100 }, '¥2 spent earns 1 point'],
    [{ numerator: 0, denominator: 1 }, '¥1 spent earns 0 points'],
  ])('says the rate %j as “%s”', (baseRate, sentence) => {
    expect(lines(rules(programme({ baseRate }), null, 'en'))[0]).toBe(sentence);
  });

  test('announces what comes, and shows it as in force from its moment on', () => {
    const next = programme({ version: 4, effectiveAtMs: NOW_MS + 60_000 });
    expect(rules(programme(), next).next?.title).toBe('11月22日 12:01起：第 4 版');
    const arrived = rules(programme(), programme({ version: 4, effectiveAtMs: NOW_MS }));
    expect([arrived.next, arrived.inForce]).toEqual([null, '第 4 版，11月22日起生效']);
  });

  test('a shop without a programme says that, not a rate of zero', () => {
    expect(lines(rules(null))).toEqual(['店铺还没有公布规则。', '021 5555 0188']);
  });
});

test('a visit is a line of its own, and the page keeps its length', () => {
  const rates = ['a', 'b', 'c', 'd'].map((category) => ({
    category,
    rate: { numerator: 1, denominator: 2 },
  }));
  const salon = rules(programme({ signUpBonus: 100, visitPoints: 50, categoryRates: rates }));
  expect(lines(salon)).toContain('每次到店得 50 积分');
  expect(lines(salon).length).toBeLessThanOrEqual(12);
});
