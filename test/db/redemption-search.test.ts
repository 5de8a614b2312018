import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tenant } from '../../src/context.ts';
import { selectRedemptionPage } from '../../src/features/redemptions/queries.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { asOwner, type Session } from './session.ts';
import { connectTo, openShop } from './shop.ts';

const ROWS = 20_000;

/** Many redemptions of one shop, each of a member of its own. */
async function seed({ query }: Session, tenantId: string): Promise<void> {
  await query(
    `insert into members (tenant_id, id, number, display_name, locale, state, created_at)
     select $1, 'mem_' || n, lpad(n::text, 8, '0'), 'Member ' || n, 'en', 'active', now()
     from generate_series(1, ${ROWS}) n`,
    [tenantId],
  );
  await query(
    `insert into redemptions (tenant_id, redemption_id, member_id, version, state, points, body, created_at, updated_at)
     select $1, 'rdm_01kaxyz0000000000' || substr(md5(n::text), 1, 8), 'mem_' || n, 1, 'confirmed', 500, '{}', now(), now()
     from generate_series(1, ${ROWS}) n`,
    [tenantId],
  );
  await query('analyze members');
  await query('analyze redemptions');
}

/** Every node of a plan, with the relation that it walks over and the index it does so by. */
function nodesOf(plan: Record<string, unknown>): { kind: unknown; relation: unknown; index: unknown }[] {
  const children = (plan.Plans ?? []) as Record<string, unknown>[];
  const node = { kind: plan['Node Type'], relation: plan['Relation Name'], index: plan['Index Name'] };
  return [node, ...children.flatMap(nodesOf)];
}

describe.each(DATABASE_KINDS)('a search for redemptions on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database?.close());

  test.each(['0A1B2C3D', '10000009'])(
    'by the number %s walks over no table, under the policies too',
    async (search) => {
      const { db } = connectTo(database);
      const { tenantId } = await openShop(db);
      const filter = {
        states: [],
        memberId: null,
        waiting: null,
        order: 'newest' as const,
        after: null,
        limit: 51,
        search,
      };
      const { sql, params } = selectRedemptionPage(
        { db, tenant: { id: tenantId, timeZone: 'Asia/Shanghai', currency: 'CNY' } as Tenant },
        filter,
      ).toSQL();
      const nodes = await asOwner(database, async (session) => {
        await seed(session, tenantId);
        const { rows } = await session.as('pointmall_app', tenantId, () =>
          session.query(`explain (format json) ${sql}`, params),
        );
        const plans = rows.flatMap((row) => row['QUERY PLAN'] as { Plan: Record<string, unknown> }[]);
        return plans.flatMap(({ Plan }) => nodesOf(Plan));
      });
      const walked = nodes.filter((node) => node.kind === 'Seq Scan' && node.relation === 'redemptions');
      expect({ walked, indexes: nodes.map(({ index }) => index) }).toEqual({
        walked: [],
        indexes: expect.arrayContaining(['redemptions_by_number']),
      });
    },
  );
});
