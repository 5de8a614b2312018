import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { letters, memberFigures, questions } from '../../src/db/schema/index.ts';
import { MATCHES_MAX } from '../../src/domain/list-bounds.ts';
import { memberNumberOf } from '../../src/domain/member-number.ts';
import { freezeAccount } from '../../src/features/members/freeze-account.ts';
import { joinMember } from '../../src/features/members/join-member.ts';
import { listMembers } from '../../src/features/members/list-members.ts';
import { MEMBER_SORTS, type MemberSort } from '../../src/features/members/list-queries.ts';
import { listTimeline, type TimelineItem } from '../../src/features/members/list-timeline.ts';
import { insertMember } from '../../src/features/members/queries.ts';
import { updateMember } from '../../src/features/members/update-member.ts';
import { newId } from '../../src/lib/ids.ts';
import { join, memberWith, must, newKey, openShop, order, type Shop } from './world.ts';

const NOW_MS = 1_790_000_000_000;

let numbers = 0;

/** A member who is called so, with these figures and no account that would tell others. */
async function listed(
  shop: Shop,
  displayName: string,
  figures: Partial<typeof memberFigures.$inferInsert>,
): Promise<void> {
  const { db, tenant } = shop.owner;
  numbers += 1;
  const own = { tenantId: tenant.id, id: newId('mem'), number: memberNumberOf(numbers) };
  const row = { ...own, displayName, locale: 'en', state: 'active', createdAtMs: NOW_MS + numbers } as const;
  await db.batch(tenant.id, [
    insertMember(shop.owner, row),
    db.build.insert(memberFigures).values({ ...figures, tenantId: tenant.id, memberId: own.id }),
  ]);
}

const NOTHING = { email: null, externalId: null, locale: null, consentVersion: null };

const people = ['Ada', 'Bea', 'Cai', 'Dan', 'Eve'];

/** Names in the order of the list, read two at a time. */
async function namesBy(
  shop: Shop,
  sort: MemberSort,
  direction: 'asc' | 'desc',
  search: string | null = null,
) {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const input = { search, sort, direction, cursor, limit: 2 };
    const page: { items: { displayName: string }[]; nextCursor: string | null } = must(
      await listMembers({ ctx: shop.owner, input }),
    );
    names.push(...page.items.map(({ displayName }) => displayName));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return names;
}

describe('a list of members', () => {
  test('is sorted by each figure, both ways, in pages that neither repeat nor skip', async () => {
    const shop = await openShop();
    const visits = [3, null, 1, 2, null].map((days) => (days === null ? null : NOW_MS - days * 86_400_000));
    for (const [index, name] of people.entries())
      await listed(shop, name, {
        // Two have as much as each other.
        availablePoints: [50, 20, 50, 0, 7][index] ?? 0,
        spentMinor: [0, 900, 300, 0, 1][index] ?? 0,
        lastVisitAtMs: visits[index] ?? null,
      });
    const [available, spent, lastVisit, joined] = await Promise.all(
      (['available', 'spent', 'lastVisit', 'joined'] as const).map((sort) => namesBy(shop, sort, 'desc')),
    );
    expect({ available, spent, lastVisit, joined }).toEqual({
      available: ['Cai', 'Ada', 'Bea', 'Eve', 'Dan'],
      spent: ['Bea', 'Cai', 'Eve', 'Dan', 'Ada'],
      lastVisit: ['Cai', 'Dan', 'Ada', 'Eve', 'Bea'],
      joined: people.toReversed(),
    });
    for (const sort of MEMBER_SORTS)
      expect(await namesBy(shop, sort, 'asc')).toEqual((await namesBy(shop, sort, 'desc')).toReversed());
    expect(await namesBy(shop, 'available', 'desc', 'da')).toEqual(['Ada', 'Dan']);
  });

  test('is found by any part of a name and of a phone’s digits, as they are now', async () => {
    const shop = await openShop();
    const person = { phone: '+8613812345678', displayName: 'Maria-José 欧阳娜娜', ...NOTHING };
    const { member } = must(await joinMember({ ctx: shop.owner, input: person }));
    const memberId = member.id;
    const found = async (search: string) =>
      must(await listMembers({ ctx: shop.owner, input: { search, cursor: null, limit: 5 } })).items.map(
        ({ id }) => id,
      );
    const typed = ['josé', 'RIA', '阳娜', '娜', '1234', '345 67', '138', '+86 138', '678'];
    for (const search of typed) expect([search, await found(search)]).toEqual([search, [memberId]]);
    for (const search of ['11', '娜欧', '9999', 'a_r'])
      expect([search, await found(search)]).toEqual([search, []]);
    const now = { displayName: 'Anna', phone: '+8613987654321' };
    must(await updateMember({ ctx: shop.owner, input: { memberId, ...now, key: newKey() } }));
    for (const search of ['josé', '1234 567']) expect([search, await found(search)]).toEqual([search, []]);
    for (const search of ['nna', '7654']) expect([search, await found(search)]).toEqual([search, [memberId]]);
  });

  test('says so where more fit than it shows', async () => {
    const shop = await openShop();
    const { db, tenant } = shop.owner;
    await db.batch(tenant.id, [
      db.build.execute(sql`insert into members (tenant_id, id, number, display_name, locale, state, created_at)
        select ${tenant.id}, 'mem_' || n, lpad(n::text, 8, '0'), 'Zoe ' || n, 'en', 'active', now()
        from generate_series(1, ${MATCHES_MAX + 1}::int) n`),
      db.build.execute(sql`insert into member_figures (tenant_id, member_id)
        select ${tenant.id}, 'mem_' || n from generate_series(1, ${MATCHES_MAX + 1}::int) n`),
    ]);
    const tooMany = async (search: string | null) =>
      must(await listMembers({ ctx: shop.owner, input: { search, cursor: null, limit: 2 } })).tooMany;
    expect([await tooMany('zoe'), await tooMany('zoe 100'), await tooMany(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('goes on only where it began: another order does not take its cursor', async () => {
    const shop = await openShop();
    for (const name of people.slice(0, 3)) await listed(shop, name, {});
    const input = { search: null, sort: 'spent', cursor: null, limit: 2 } as const;
    const { nextCursor } = must(await listMembers({ ctx: shop.owner, input }));
    const other = { ...input, sort: 'available', cursor: nextCursor } as const;
    expect(await listMembers({ ctx: shop.owner, input: other })).toMatchObject({
      refusal: { code: 'invalid_input', field: 'cursor' },
    });
  });
});

describe('a frozen member', () => {
  test('earns nothing through the API either, and is told so; unfrozen the same report counts', async () => {
    const shop = await openShop();
    const member = await join(shop);
    const freeze = (freezes: boolean) =>
      freezeAccount({
        ctx: shop.owner,
        input: {
          memberId: member.id,
          freezes,
          reason: freezes ? 'lost_phone' : 'cleared',
          note: null,
          key: newKey(),
        },
      });
    must(await freeze(true));
    const report = order({ externalId: member.externalId });
    const refused = await shop.api('POST', '/orders', report);
    expect([refused.status, refused.body.code]).toEqual([409, 'account-frozen']);
    must(await freeze(false));
    const counted = await shop.api('POST', '/orders', report);
    expect([counted.status, counted.body.points]).toEqual([200, 100]);
  });
});

type Page = { items: TimelineItem[]; nextCursor: string | null };

test('a member’s story has her points, her account, her questions and letters in one order, page by page', async () => {
  const shop = await openShop();
  const memberId = await memberWith(shop, 40);
  const freeze = { memberId, freezes: true, reason: 'other', note: '林夕来电', key: newKey() } as const;
  must(await freezeAccount({ ctx: shop.owner, input: freeze }));
  const { db, tenant, clock } = shop.owner;
  const own = { tenantId: tenant.id, memberId };
  const at = (minutes: number) => clock.nowMs() + minutes * 60_000;
  await db.batch(tenant.id, [
    db.build.insert(questions).values({
      ...{ ...own, id: 'qst_1', kind: 'question', orderNumber: null, text: '几点开门？', askedAtMs: at(-60) },
      ...{ answer: '十点', answeredAtMs: at(60), answeredBy: 'usr_owner' },
    }),
    db.build.insert(letters).values({
      ...{
        ...own,
        key: 'question_answered/qst_1',
        kind: 'question_answered',
        subjectId: 'qst_1',
        part: null,
      },
      ...{ email: null, state: 'sent', tries: 1, dueAtMs: null, createdAtMs: at(60), doneAtMs: at(61) },
    }),
  ]);
  const told: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = must(await listTimeline({ ctx: shop.owner, input: { memberId, cursor, limit: 2 } }));
    told.push(...page.items.map((item) => (item.kind === 'row' ? item.row.type : item.kind)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(told).toEqual([
    'letter',
    'question',
    'account.frozen',
    'points.adjusted',
    'account.opened',
    'question',
  ]);
});
