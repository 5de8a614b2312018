import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { letters, questions, redemptions } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** The last thing of a page that is no entry; (moment, key) is unique. */
export type EventPosition = { atMs: number; key: string };

/** What befell a member beside her entries, as one row of the query: each kind has its own facts. */
export type MemberEvent = { atMs: number; key: string } & (
  | {
      kind: 'redemption';
      facts: { redemptionId: string; state: string; names: Record<string, string>; quantity: number };
    }
  | { kind: 'question'; facts: { questionId: string; isAnswer: boolean; text: string } }
  | { kind: 'letter'; facts: { letterKind: string } }
);

/** Steps of a redemption that its entries of points do not tell. */
const TOLD_STEPS = ['shipped', 'received', 'used', 'expired', 'cancelled'];

/** What happened to her redemptions, what she asked and was answered, and letters that went out; newest first. */
export function selectMemberEvents(
  { db, tenant }: Scope,
  { memberId, before, limit }: { memberId: string; before: EventPosition | null; limit: number },
) {
  const ms = (moment: ReturnType<typeof sql>) => sql`round(extract(epoch from ${moment}) * 1000)::bigint`;
  const own = (table: string) =>
    sql`${sql.raw(table)}.tenant_id = ${tenant.id} and ${sql.raw(table)}.member_id = ${memberId}`;
  const steps = sql.join(
    TOLD_STEPS.map((state) => sql`${state}`),
    sql`, `,
  );
  const isBefore = before === null ? sql`true` : sql`(e.at, e.key) < (${before.atMs}::bigint, ${before.key})`;
  return db.build.execute<{
    at: string;
    key: string;
    kind: MemberEvent['kind'];
    facts: MemberEvent['facts'];
  }>(sql`
    select e.at::text as at, e.key, e.kind, e.facts from (
      select (s.step ->> 'atMs')::bigint as at, 'r/' || r.redemption_id || '/' || s.place as key,
        'redemption' as kind, jsonb_build_object('redemptionId', r.redemption_id, 'state', s.step ->> 'state',
          'names', r.body -> 'lines' -> 0 -> 'names', 'quantity', r.body -> 'lines' -> 0 -> 'quantity') as facts
      from ${redemptions} r
        cross join lateral jsonb_array_elements(r.body -> 'timeline') with ordinality as s(step, place)
      where ${own('r')} and s.step ->> 'state' in (${steps})
      union all
      select ${ms(sql`q.asked_at`)}, 'q/' || q.id || '/1', 'question',
        jsonb_build_object('questionId', q.id, 'isAnswer', false, 'text', q.text)
      from ${questions} q where ${own('q')}
      union all
      select ${ms(sql`q.answered_at`)}, 'q/' || q.id || '/2', 'question',
        jsonb_build_object('questionId', q.id, 'isAnswer', true, 'text', q.answer)
      from ${questions} q where ${own('q')} and q.answered_at is not null
      union all
      select ${ms(sql`l.done_at`)}, 'l/' || l.key, 'letter', jsonb_build_object('letterKind', l.kind)
      from ${letters} l where ${own('l')} and l.state = 'sent' and l.done_at is not null
    ) e
    where ${isBefore} order by e.at desc, e.key desc limit ${limit}`);
}
