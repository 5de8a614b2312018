import type { Context, Tenant } from '../../src/context.ts';
import type { Db } from '../../src/db/tenant.ts';
import { type Period, periodOf } from '../../src/domain/figures/period.ts';
import { selectAuditPage } from '../../src/features/audit-log/queries.ts';
import {
  selectBeginning,
  selectJoined,
  selectToldDays,
  selectUncounted,
} from '../../src/features/home/figure-queries.ts';
import {
  countMembers,
  selectJoinings,
  selectLateness,
  selectMovements,
  selectToDo,
  sumCash,
  sumHeld,
} from '../../src/features/home/queries.ts';
import { MEMBER_SORTS, selectMemberList } from '../../src/features/members/list-queries.ts';
import { fitsTooMany } from '../../src/features/members/search-queries.ts';
import { selectMemberEvents } from '../../src/features/members/timeline-queries.ts';
import { selectQuestionPage } from '../../src/features/questions/queries.ts';
import { countRedemptions, selectRedemptionPage } from '../../src/features/redemptions/queries.ts';
import type { Session } from './session.ts';

export type Volume = {
  members: number;
  entries: number;
  redemptions: number;
  lines: number;
  questions: number;
};

export const NOW_MS = Date.UTC(2026, 10, 22, 12);
const STATES = ['received', 'received', 'shipped', 'used', 'issued', 'cancelled', 'confirmed', 'expired'];

/** A shop of that size as of a moment, made of numbered rows by Postgres itself. */
export async function fillShop(
  { query }: Pick<Session, 'query'>,
  tenantId: string,
  volume: Volume,
  nowMs = NOW_MS,
) {
  const NOW = `'${new Date(nowMs).toISOString()}'::timestamptz`;
  const say = (text: string) => query(text, [tenantId]);
  await say(`insert into members (tenant_id, id, number, phone, email, external_id, display_name, locale, state, joined_from, created_at)
    select $1, 'mem_' || lpad(n::text, 8, '0'), lpad(n::text, 8, '0'), '+8613' || lpad((n * 7919 % 1000000000)::text, 9, '0'),
      case when n % 3 = 0 then 'person' || n || '@example.com' end, case when n % 5 = 0 then 'crm-' || n end,
      (array['林','陈','王','张','李','刘','杨','赵','黄','周'])[1 + n % 10] || (array['小满','晓','子涵','雨','思远','一诺','安'])[1 + n % 7] || case when n % 4 = 0 then ' ' || chr(65 + n % 26) || 'nn' else '' end,
      'zh-CN', 'active', 'counter', ${NOW} - n * interval '5 minutes'
    from generate_series(1, ${volume.members}) n`);
  await say(`insert into member_figures (tenant_id, member_id, balance_points, available_points, spent_minor, last_visit_at)
    select $1, 'mem_' || lpad(n::text, 8, '0'), n * 31 % 9000, n * 31 % 9000, n * 17 % 500000,
      case when n % 6 > 0 then ${NOW} - (n * 13 % 400) * interval '1 day' end
    from generate_series(1, ${volume.members}) n on conflict do nothing`);
  await say(`insert into journal_rows (tenant_id, object_kind, object_id, epoch, seq, at, type, body, previous_hash, hash, points, balance_after)
    select $1, 'account', 'mem_' || lpad((1 + n % ${volume.members})::text, 8, '0'), 1, 1 + n / ${volume.members},
      ${NOW} - (${volume.entries} - n) * interval '20 seconds',
      case when n % 5 = 0 then 'points.redeemed' else 'points.earned' end,
      '{"source":{"kind":"order","channel":"web","orderId":"1"},"actor":{"kind":"api","id":"key_1"}}', '', '',
      case when n % 5 = 0 then -50 else 20 end, 100
    from generate_series(0, ${volume.entries - 1}) n`);
  // In the order of the days, as they come in: so they lie in the table.
  await say(`insert into member_days (tenant_id, day, member_id, purchases, spent_minor, redemptions, brought_points, issued_points, redeemed_points, expired_points, acted_before, bought_before)
    select *, case when purchases > 0 then acted_before end from (
      select tenant_id, day, object_id, count(*) filter (where points > 0) as purchases,
        12800 * count(*) filter (where points > 0), count(*) filter (where points < 0),
        0, coalesce(sum(points) filter (where points > 0), 0), -coalesce(sum(points) filter (where points < 0), 0), 0,
        lag(day) over (partition by object_id order by day) as acted_before
      from (select *, (at at time zone 'Asia/Shanghai')::date as day from journal_rows where tenant_id = $1) told
      group by tenant_id, day, object_id) days order by day on conflict do nothing`);
  await say(`insert into order_claims (tenant_id, channel, order_id, member_id, created_at)
    select $1, 'web', 'o' || n, 'mem_' || lpad((1 + n % ${volume.members})::text, 8, '0'), ${NOW} - n * interval '1 minute'
    from generate_series(1, ${volume.redemptions}) n`);
  await say(`insert into redemptions (tenant_id, redemption_id, member_id, version, state, points, body, created_at, updated_at)
    select $1, 'rdm_01kaxyz0000000000' || substr(md5(n::text), 1, 8), 'mem_' || lpad((1 + n * 37 % ${volume.members})::text, 8, '0'), 3,
      case when n % 400 = 0 then 'confirmed' else (array['${STATES.join("','")}'])[1 + n % 6] end, 500,
      jsonb_build_object('redemptionId', 'rdm_01kaxyz0000000000' || substr(md5(n::text), 1, 8), 'memberId', 'mem_' || lpad((1 + n * 37 % ${volume.members})::text, 8, '0'),
        'state', case when n % 400 = 0 then 'confirmed' else (array['${STATES.join("','")}'])[1 + n % 6] end, 'version', 3, 'points', 500,
        'lines', jsonb_build_array(jsonb_build_object('lineId', '1', 'rewardId', 'rwd_' || n % 40, 'names', '{"en":"Tote bag"}'::jsonb, 'quantity', 1, 'pointsEach', 500, 'priceVersion', 1)),
        'timeline', jsonb_build_array(jsonb_build_object('state', 'reserving', 'atMs', 1), jsonb_build_object('state', 'shipped', 'atMs', 2)),
        'undoneBecause', null, 'carrier', null, 'trackingNumber', null, 'createdAtMs', 1, 'updatedAtMs', 2,
        'cancelRequest', case when n % 2000 = 0 then '{"state":"open","reason":null,"requestedAtMs":1,"answeredAtMs":null}'::jsonb end),
      ${NOW} - n * interval '3 minutes', ${NOW} - n * interval '3 minutes'
    from generate_series(1, ${volume.redemptions}) n on conflict do nothing`);
  await say(`insert into audit_log (tenant_id, id, actor_kind, actor_id, action, target, detail, at)
    select $1, 'aud_' || n, 'staff', 'usr_' || n % 9, 'points.purchase', 'mem_' || n, '{}', ${NOW} - n * interval '1 minute'
    from generate_series(1, ${volume.lines}) n`);
  await say(`insert into questions (tenant_id, id, member_id, kind, text, asked_at, answer, answered_at, answered_by)
    select $1, 'qst_' || n, 'mem_' || lpad((1 + n % ${volume.members})::text, 8, '0'), 'question', 'When do you open?', ${NOW} - n * interval '1 hour',
      case when n % 50 > 0 then 'At ten' end, case when n % 50 > 0 then ${NOW} end, case when n % 50 > 0 then 'usr_1' end
    from generate_series(1, ${volume.questions}) n`);
  await query('analyze');
}

type Compiled = { sql: string; params: unknown[] };
type Built = { toSQL(): Compiled } | { getQuery(): Compiled };

const compiled = (query: Built): Compiled => ('toSQL' in query ? query.toSQL() : query.getQuery());

export type ListQuery = {
  name: string;
  sql: string;
  params: unknown[] /** Figures of a whole shop are counted over an index, too. */;
  counts: boolean;
};

/** Every list of the console as its routes ask for it, the first page and one from the middle. */
export function listQueries(db: Db, tenantId: string, volume: Volume): ListQuery[] {
  const scope = {
    db,
    tenant: { id: tenantId, timeZone: 'Asia/Shanghai', currency: 'CNY' } as Tenant,
  } as Context;
  const queries: ListQuery[] = [];
  const add = (name: string, query: unknown, counts = false) => {
    const { sql, params } = compiled(query as Built);
    queries.push({ name, sql, params, counts });
  };
  const limit = 51;
  const middle = {
    joined: NOW_MS - (volume.members / 2) * 300_000,
    available: 4_500,
    spent: 250_000,
    lastVisit: NOW_MS - 200 * 86_400_000,
  };
  for (const sort of MEMBER_SORTS)
    for (const direction of ['desc', 'asc'] as const) {
      const page = { search: null, sort, direction, limit };
      add(`members by ${sort} ${direction}`, selectMemberList(scope, { ...page, after: null }));
      const after = { value: middle[sort], memberId: 'mem_00000500' };
      add(`members by ${sort} ${direction}, from the middle`, selectMemberList(scope, { ...page, after }));
    }
  const searches = [
    '林',
    '子涵',
    'nn',
    'person1',
    '00000123',
    '1380',
    '4567',
    '小满 B',
    '8000',
    'crm-500',
    '+8613',
  ];
  for (const search of searches)
    for (const sort of ['joined', 'spent'] as const)
      add(
        `members “${search}” by ${sort}`,
        selectMemberList(scope, { search, sort, direction: 'desc', after: null, limit }),
      );
  add('members “4567”, whether too many', fitsTooMany(scope, '4567'));
  const page = {
    states: [],
    memberId: null,
    search: null,
    waiting: null,
    order: 'newest',
    after: null,
    limit,
  } as const;
  add('redemptions, all', selectRedemptionPage(scope, page));
  const after = { createdAtMs: NOW_MS - volume.redemptions * 90_000, redemptionId: 'rdm' };
  add('redemptions, from the middle', selectRedemptionPage(scope, { ...page, after }));
  for (const states of [
    ['awaiting_payment'],
    ['confirmed', 'in_fulfilment'],
    ['issued'],
    ['shipped'],
  ] as const)
    add(`redemptions ${states.join('+')}`, selectRedemptionPage(scope, { ...page, states, order: 'oldest' }));
  add('redemptions after sales', selectRedemptionPage(scope, { ...page, waiting: 'after_sales' }));
  add('redemptions of a member', selectRedemptionPage(scope, { ...page, memberId: 'mem_00000038' }));
  for (const search of ['0A1B2C3D', '林', '00000123', '8000'])
    add(`redemptions “${search}”`, selectRedemptionPage(scope, { ...page, search }));
  add('what befell a member', selectMemberEvents(scope, { memberId: 'mem_00000038', before: null, limit }));
  add('redemptions, counts of the tabs', countRedemptions(scope), true);
  add('audit log', selectAuditPage(scope, null, limit));
  add(
    'audit log, from the middle',
    selectAuditPage(scope, { atMs: NOW_MS - volume.lines * 30_000, id: 'aud' }, limit),
  );
  for (const state of ['open', 'answered'] as const)
    add(`questions ${state}`, selectQuestionPage(scope, { state, after: null, limit }));
  add('home: what is to do', selectToDo(scope, NOW_MS), true);
  add('home: members', countMembers(scope), true);
  add('home: points held', sumHeld(scope), true);
  add('home: cash', sumCash(scope, NOW_MS - 30 * 86_400_000), true);
  add('home: how late', selectLateness(scope, NOW_MS));
  for (const choice of ['7', '30', '90'] as const) {
    const period = periodOf(choice, { today: '2026-11-22', openedDay: null }) as Period;
    const moments = { fromMs: Date.parse(period.beforeFromDay), toMs: Date.parse(period.toDay) };
    add(`home: figures of ${choice} days`, selectToldDays(scope, { ...period, uncounted: [] }), true);
    add(`home: joined in ${choice} days`, selectJoined(scope, moments), true);
  }
  add('home: whom figures leave out', selectUncounted(scope));
  add('home: since when there are figures', selectBeginning(scope), true);
  add('home: last movements', selectMovements(scope, 10));
  add('home: last joinings', selectJoinings(scope, 10));
  return queries;
}

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Node[] };
export type Plan = { milliseconds: number; walked: string[]; indexes: string[] };

/** How Postgres runs a query as the application's role with the shop set: its time, tables walked whole, indexes used. */
export async function planOf(session: Session, tenantId: string, query: ListQuery): Promise<Plan> {
  const { rows } = await session.as('pointmall_app', tenantId, () =>
    session.query(`explain (analyze, timing off, format json) ${query.sql}`, query.params),
  );
  const [told] = rows.flatMap(
    (row) => row['QUERY PLAN'] as { Plan: Node; 'Execution Time': number; 'Planning Time': number }[],
  );
  if (!told) throw new Error('a query has a plan');
  const nodes = nodesOf(told.Plan);
  const walked = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
  return {
    milliseconds: told['Planning Time'] + told['Execution Time'],
    walked: [...new Set(walked.map((node) => node['Relation Name'] ?? '?'))],
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
  };
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
