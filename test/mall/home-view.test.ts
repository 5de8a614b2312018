import { describe, expect, test } from 'vitest';
import { type Design, plainDesign } from '../../src/domain/design/design.ts';
import { expiringZone } from '../../src/features/mall/expiring-zone.ts';
import { readWanted, type Wanted } from '../../src/features/mall/find-rewards.ts';
import { frameLook } from '../../src/features/mall/frame-look.ts';
import { homeView } from '../../src/features/mall/home-view.ts';
import type { MemberRead } from '../../src/features/mall/read-member.ts';
import type { ProgrammeSummary } from '../../src/features/publication/manifest.ts';
import { BALANCES, frame, MIANYU_THEME, NOW_MS, tile } from './fixtures.ts';
import { card, mall } from './published-mall.ts';

const { words } = frame('en', '/');
const DAY_MS = 86_400_000;
const VISITOR: MemberRead = { kind: 'visitor' };

function known(
  expiries: { expiresAtMs: number | null; points: number }[],
  availablePoints = 600,
): MemberRead {
  const balances = { ...BALANCES, availablePoints };
  const overview = {
    balances,
    expiries,
    maturities: [],
    sessionGeneration: 0,
    openHolds: 0,
    frozenAtMs: null,
    seq: 1,
  };
  return { kind: 'known', memberId: 'mem_1', overview };
}

const REWARDS = [
  card('tote', 560, { names: { 'zh-CN': '帆布托特包', en: 'Canvas tote' } }),
  card('ties', 220, { names: { 'zh-CN': '亚麻发圈三件套' } }),
  card('coupon', 100, { names: { 'zh-CN': '¥10 无门槛券' } }),
  card('watch', 5000, { names: { 'zh-CN': '智能手表' } }),
];

function home({
  wanted,
  design,
  member = VISITOR,
}: {
  wanted?: Wanted;
  design?: Design;
  member?: MemberRead;
}) {
  return homeView(words, {
    manifest: mall(REWARDS, design && { design }),
    bands: {},
    member,
    redeemed: new Map(),
    ...(wanted && { wanted }),
  });
}

const SUMMARY: ProgrammeSummary = {
  version: 1,
  hash: 'hash',
  effectiveAtMs: 0,
  baseRate: { numerator: 1, denominator: 1 },
  categoryRates: [],
  daysUntilEntry: 0,
  expiry: { kind: 'never' },
  clawback: 'owe',
  graceDays: 7,
  openHoldsMax: 10,
};

const ids = (tiles: { rewardId: string }[]) => tiles.map(({ rewardId }) => rewardId);

describe('the design that was published', () => {
  const design = plainDesign(MIANYU_THEME);

  test('orders the blocks and hides those that are not shown; an older manifest has them all', () => {
    const blocks: Design['blocks'] = [
      { block: 'rewards', shown: true },
      { block: 'banner', shown: false },
      { block: 'how_it_works', shown: true },
    ];
    expect(home({ design: { ...design, blocks } }).blocks).toEqual(['rewards', 'how_it_works']);
    expect(home({}).blocks).toEqual(['banner', 'within_reach', 'expiring', 'rewards', 'how_it_works']);
  });

  test('shows a banner from its start until its end, in the reader’s language', () => {
    const banner = { pictureKey: null, href: '/rules', startsAtMs: null, endsAtMs: null };
    const banners: Design['banners'] = [
      { ...banner, title: { en: 'now' }, startsAtMs: NOW_MS, endsAtMs: NOW_MS + 1 },
      { ...banner, title: { en: 'over' }, endsAtMs: NOW_MS },
      { ...banner, title: { en: 'later' }, startsAtMs: NOW_MS + 1 },
      { ...banner, title: {} },
      { ...banner, title: {}, pictureKey: 'abc.svg', href: null },
    ];
    expect(home({ design: { ...design, banners } }).banners).toEqual([
      { pictureUrl: null, title: { text: 'now', lang: 'en' }, href: '/rules' },
      { pictureUrl: '/pictures/abc.svg', title: null, href: null },
    ]);
  });

  test('gives a phone its logo as a picture, never as a drawing, and the bars a colour of the look', () => {
    const look = (change: Partial<Design>) =>
      frameLook(words, mall([], { design: { ...design, ...change } }));
    expect(look({ logoPictureKey: 'a.png' }).touchIconUrl).toBe('/pictures/a.png');
    expect(look({ logoPictureKey: 'a.svg' })).toMatchObject({
      logoUrl: '/pictures/a.svg',
      touchIconUrl: null,
    });
    expect(look({}).bars).toEqual({ light: '#F6F2EA', dark: '#12201C' });
    expect(look({ theme: { ...MIANYU_THEME, layout: 'lively' } }).bars.light).toBe('#23433B');
  });
});

test('a shop of vouchers alone promises no parcel, and one that only lets fetch none either', () => {
  const current = { pointsEach: 100, voucher: { validDays: 30 } };
  const coupon = card('coupon', 100, {
    kind: 'coupon',
    current: { ...card('coupon', 100).current, ...current },
  });
  const fetched = { settings: { delivery: { ships: false, pickUp: true, areas: null, fee: null } } };
  const receives = (manifest: ReturnType<typeof mall>) =>
    homeView(words, { manifest, bands: {}, member: VISITOR, redeemed: new Map() }).receives;
  expect([receives(mall([coupon])), receives(mall([coupon, ...REWARDS])), receives(mall([]))]).toEqual([
    'shown',
    'sent',
    'sent',
  ]);
  expect(receives(mall(REWARDS, fetched))).toBe('fetched');
});

test('joining is offered with what its points buy at once, the dearest such reward', () => {
  const offer = (signUpBonus: number) => {
    const current = { ...SUMMARY, signUpBonus };
    const manifest = mall(REWARDS, { programme: { current, next: null } });
    return homeView(words, { manifest, bands: {}, member: VISITOR, redeemed: new Map() }).joinOffer;
  };
  expect(offer(300)).toEqual({ points: 300, reward: { text: '亚麻发圈三件套', lang: 'zh-CN' } });
  expect(offer(99)).toEqual({ points: 99, reward: null });
  expect(offer(0)).toBeNull();
});

describe('the zone of points that end', () => {
  const inDays = (days: number, points: number) => ({ expiresAtMs: NOW_MS + days * DAY_MS, points });
  const tiles = [tile({ rewardId: 'b', points: 320 }), tile({ rewardId: 'a', points: 100 })];

  test('adds up what ends within 30 days, and shows what that is enough for', () => {
    expect(expiringZone(known([inDays(29, 200), inDays(9, 60), inDays(31, 999)]), tiles, NOW_MS)).toEqual({
      points: 260,
      expiresAtMs: NOW_MS + 9 * DAY_MS,
      tiles: [tiles[1]],
    });
  });

  test('is not drawn for fewer than 50 points, points that never end, or somebody unknown', () => {
    const zone = (member: MemberRead) => expiringZone(member, tiles, NOW_MS);
    expect(zone(known([inDays(1, 49)]))).toBeNull();
    expect(zone(known([{ expiresAtMs: null, points: 500 }]))).toBeNull();
    expect(zone({ kind: 'unknown' })).toBeNull();
  });
});

describe('looking for a reward', () => {
  const find = (query: string, member: MemberRead = VISITOR) =>
    home({ wanted: { query, kind: null }, member });

  test('finds every word in a name of any language, whatever its case or width', () => {
    expect(ids(find('TOTE').rewards)).toEqual(['tote']);
    expect(ids(find('三件套 亚麻').rewards)).toEqual(['ties']);
    expect(ids(find('１０').rewards)).toEqual(['coupon']);
    expect(find('tote').blocks).toEqual(['rewards']);
  });

  test('with nothing found, shows the three nearest to the figure that was typed, else to what she has', () => {
    expect(ids(find('umbrella 4,800').find.nearest)).toEqual(['watch', 'tote', 'ties']);
    expect(ids(find('umbrella', known([], 230)).find.nearest)).toEqual(['ties', 'coupon', 'tote']);
    expect(ids(find('umbrella').find.nearest)).toEqual(['coupon', 'ties', 'tote']);
    expect(find('tote').find.nearest).toEqual([]);
  });

  test('reads no more of the address than it means', () => {
    const read = (query: Record<string, string>) => readWanted((name) => query[name]);
    expect(read({ q: '  tote ', kind: 'coupon' })).toEqual({ query: 'tote', kind: 'coupon' });
    expect(read({ q: 'x'.repeat(99), kind: 'draw' })).toEqual({ query: 'x'.repeat(60), kind: null });
    expect(read({})).toEqual({ query: '', kind: null });
  });
});
