import { lotTimes } from '../../src/domain/programme/lot-times.ts';
import type { Template } from '../../src/domain/template/template.ts';
import { templateOf } from '../../src/domain/template/template-of.ts';
import type { ImportMembersInput } from '../../src/features/imports/schemas.ts';
import { HOUR_MS } from './moments.ts';
import { seededRandom } from './random.ts';
import type { DemoShop } from './shop.ts';
import { DAYS_TOLD, type Plan, planOf, type Visit } from './story.ts';

type OldMember = ImportMembersInput['members'][number];
type OldLine = OldMember['lines'][number];

const DAY_MS = 24 * HOUR_MS;
/** Shares of those who come now and then, often, very often, and always. */
const TIERS = [0.8, 0.95, 0.99, 1];
/** Who had points on a paper card when last year ended, and the year before. */
const ON_PAPER = 0.3;
const ON_OLDER_PAPER = 0.45;
const LINES_MAX = 96;

/** What a member held of one earning. */
type Held = { points: number; availableAtMs: number; expiresAtMs: number | null };

/**
 * The members whom the shop had before it came to Pointmall, as their list of paper cards has them: most
 * bought a little and a few a lot. The same for the same shop on every machine, dated from `nowMs`.
 */
export function historyOf(shop: DemoShop, nowMs: number): OldMember[] {
  const random = seededRandom(`${shop.slug} history`);
  const template = templateOf(shop.industry, shop);
  const plan = planOf(shop, seededRandom(`${shop.slug} story`), nowMs);
  return Array.from({ length: shop.history.size }, (_, place) =>
    oldMember({ shop, template, plan, random, nowMs }, place),
  );
}

type Told = { shop: DemoShop; template: Template; plan: Plan; random: () => number; nowMs: number };

/** How often somebody comes in her first weeks at most. */
const NEW_VISITS_MAX = 3;
/** A card that the plan left blank tells of a visit after all that it plans. */
const AFTER_PLAN_DAYS = 290;

function oldMember(told: Told, place: number): OldMember {
  const { shop, plan, random, nowMs } = told;
  const pick = <Item>(from: ArrayLike<Item>) => from[Math.floor(random() * from.length)] as Item;
  const displayName = `${pick(shop.crowd.surnames)}${pick([...shop.crowd.givenNames, ...shop.history.givenNames])}`;
  const draw = random();
  const [least, most] = shop.history.visitsByTier[TIERS.findIndex((upTo) => draw < upTo)] ?? [1, 1];
  const usual = Math.round(least + random() ** 1.5 * (most - least));
  const { from, to, isNew } = plan.firstDaysAgo(place) ?? { from: 20, to: DAYS_TOLD, isNew: false };
  const count = isNew ? Math.min(usual, NEW_VISITS_MAX) : usual;
  const firstDaysAgo = from + random() * (to - from);
  const drawn = Array.from({ length: count }, (_, index) =>
    Math.floor(nowMs - (index === 0 ? firstDaysAgo : random() * firstDaysAgo) * DAY_MS),
  );
  const comes: Visit[] = [
    ...drawn.filter((atMs) => !plan.decides(atMs)).map((atMs) => ({ atMs })),
    ...plan.visitsOf(place),
  ];
  if (comes.length === 0)
    comes.push({ atMs: Math.floor(nowMs - (from + random() * (AFTER_PLAN_DAYS - from)) * DAY_MS) });
  comes.sort((left, right) => left.atMs - right.atMs);
  const lines = linesOf(told, comes, isNew);
  const firstAtMs = Date.parse(lines[0]?.occurredAt ?? iso(nowMs));
  const since = plan.isOldCustomer(firstAtMs)
    ? nowMs - (DAYS_TOLD + random() * DAYS_TOLD) * DAY_MS
    : firstAtMs;
  const phone = shop.history.phoneOf(place);
  const person = { phone, email: null, externalId: null, displayName, locale: shop.locale };
  return { ...person, memberSince: iso(Math.floor(since)), lines };
}

/** Her card, line by line in time: what it held, what she bought, took, and let end. */
function linesOf(
  { shop, template, random, nowMs }: Told,
  comes: readonly Visit[],
  isNew: boolean,
): OldLine[] {
  const lines: OldLine[] = [];
  const held: Held[] = [];
  const add = (line: Omit<OldLine, 'lineId'>) => lines.push({ lineId: String(lines.length + 1), ...line });
  const give = (
    movement: 'balance' | 'earned',
    points: number,
    atMs: number,
    { note, amountMinor }: { note: string; amountMinor: number | null },
  ) => {
    const programme = movement === 'balance' ? { ...template, daysUntilEntry: 0 } : template;
    const times = lotTimes(programme, { occurredAtMs: atMs, completedAtMs: atMs }, shop.timeZone);
    const availableAtMs = times.availableAtMs ?? atMs;
    const { expiresAtMs } = times;
    held.push({ points, availableAtMs, expiresAtMs });
    const dates = {
      occurredAt: iso(atMs),
      availableAt: iso(availableAtMs),
      expiresAt: isoOrNull(expiresAtMs),
    };
    add({ movement, points, ...dates, amountMinor, note });
  };
  const take = (movement: 'redeemed' | 'expired', points: number, atMs: number, note: string | null) =>
    add({
      movement,
      points,
      occurredAt: iso(atMs),
      availableAt: null,
      expiresAt: null,
      amountMinor: null,
      note,
    });
  const endUntil = (untilMs: number) => {
    const ends = new Set(
      held.flatMap(({ points, expiresAtMs }) => (points > 0 && expiresAtMs ? [expiresAtMs] : [])),
    );
    for (const endMs of [...ends].filter((end) => end <= untilMs).toSorted((left, right) => left - right)) {
      const ended = held.filter(({ expiresAtMs }) => expiresAtMs === endMs);
      take(
        'expired',
        ended.reduce((sum, { points }) => sum + points, 0),
        endMs,
        null,
      );
      for (const lot of ended) lot.points = 0;
    }
  };
  const paper = (yearsAgo: number) => {
    const december = Date.UTC(new Date(nowMs).getUTCFullYear() - yearsAgo, 11, 10);
    const atMs = Math.floor(december + random() * 10 * DAY_MS);
    give('balance', 30 * Math.ceil(1 + random() ** 2 * shop.history.paperCard), atMs, {
      note: shop.history.words.paper,
      amountMinor: null,
    });
  };
  const [onOlderPaper, onPaper] = [random() < ON_OLDER_PAPER, random() < ON_PAPER];
  if (onOlderPaper && !isNew) paper(2);
  const lastYearMs = Date.UTC(new Date(nowMs).getUTCFullYear() - 1, 11, 20);
  let isOnPaper = onPaper && !isNew;
  for (const { atMs, ...paid } of comes) {
    if (isOnPaper && atMs > lastYearMs) {
      endUntil(lastYearMs - 10 * DAY_MS);
      paper(1);
      isOnPaper = false;
    }
    if (lines.length >= LINES_MAX) break;
    endUntil(atMs);
    const bought = shop.history.visit(random, { number: lines.length + 1, ...paid });
    const points = bought.points ?? pointsFor(template, bought.amountMinor);
    if (points > 0) give('earned', points, atMs, { ...bought, amountMinor: bought.amountMinor || null });
    const spendable = held.filter(
      (lot) =>
        lot.points > 0 && lot.availableAtMs <= atMs && (lot.expiresAtMs === null || lot.expiresAtMs > atMs),
    );
    const reach = spendable.reduce((sum, lot) => sum + lot.points, 0);
    const affordable = template.rewards.filter(({ pointsEach }) => pointsEach <= reach);
    if (affordable.length === 0 || random() > shop.history.redeems) continue;
    const reward = affordable[Math.floor(random() * affordable.length)];
    if (!reward) continue;
    spend(spendable, reward.pointsEach);
    take('redeemed', reward.pointsEach, atMs, reward.names[shop.locale] ?? null);
  }
  endUntil(nowMs);
  return lines;
}

/** From what ends first, as the account will. */
function spend(lots: Held[], points: number): void {
  let missing = points;
  for (const lot of lots.toSorted((left, right) => endOf(left) - endOf(right))) {
    const part = Math.min(missing, lot.points);
    lot.points -= part;
    missing -= part;
  }
}

const endOf = ({ expiresAtMs }: Held) => expiresAtMs ?? Number.POSITIVE_INFINITY;

/** What the rules give for a purchase, and for the visit where they have visits. */
function pointsFor({ baseRate, visitPoints = 0 }: Template, amountMinor: number): number {
  return Math.floor((amountMinor * baseRate.numerator) / baseRate.denominator / 100) + visitPoints;
}

const iso = (atMs: number) => new Date(atMs).toISOString();
const isoOrNull = (atMs: number | null) => (atMs === null ? null : iso(atMs));
