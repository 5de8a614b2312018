import { NO_FIGURES } from '../../src/domain/imports/listed-row.ts';
import { NOW_MS, type Volume } from './list-volume.ts';
import type { Session } from './session.ts';

const REWARDS = 40;
const IMPORTS = 40;

/** What else the console's lists and Home read, beside `fillShop`'s members and their history. */
export async function fillBeside(
  { query }: Pick<Session, 'query'>,
  tenantId: string,
  { members, redemptions }: Volume,
  nowMs = NOW_MS,
) {
  const say = (text: string) => query(text, [tenantId]);
  const now = `'${new Date(nowMs).toISOString()}'::timestamptz`;
  const member = (of: string) => `'mem_' || lpad((1 + ${of} % ${members})::text, 8, '0')`;
  await say(`insert into rewards (tenant_id, id, position, draft, published, price_version, state, created_at, updated_at)
    select $1, 'rwd_' || n, n, body, body || jsonb_build_object('revision', 1, 'next', null, 'current', jsonb_build_object('priceVersion', 1, 'effectiveAtMs', 0, 'pointsEach', 100 + n * 200, 'cashEachMinor', 0, 'limitPerMember', null, 'startsAtMs', null, 'endsAtMs', null)), 1, 'live', ${now}, ${now}
    from generate_series(0, ${REWARDS - 1}) n,
      lateral (select jsonb_build_object('kind', 'goods', 'names', jsonb_build_object('en', 'Tote bag ' || n), 'descriptions', '{}'::jsonb,
        'pointsEach', 100 + n * 200, 'marketPriceMinor', null, 'costMinor', null, 'limitPerMember', null, 'startsAtMs', null, 'endsAtMs', null,
        'units', 500, 'pictureKey', null) as body) made`);
  await say(`insert into stock_levels (tenant_id, stock_id, version, unlimited, stopped, stocked_units, available_units, reserved_units, taken_units)
    select $1, 'rwd_' || n, 1, false, false, 500, n * 10, 0, 500 - n * 10 from generate_series(0, ${REWARDS - 1}) n`);
  await say(`insert into orders (tenant_id, channel, order_id, member_id, version, status, points, clawed_back_points, body)
    select $1, 'web', 'R-' || n, ${member('n')}, 1, 'completed', 20, 0,
      jsonb_build_object('occurredAtMs', ${nowMs}::bigint - n::bigint * 60000, 'spentMinor', 12800)
    from generate_series(1, ${redemptions}) n`);
  await say(`insert into counter_grants (tenant_id, id, staff_id, member_id, order_id, purchase, amount_minor, points, counted_points, day, sold_at, at)
    select $1, 'grt_' || n, 'usr_' || n % 9, ${member('n')}, 'counter-' || n, '{"lines":[{"lineId":"1","category":null,"amountMinor":12800,"quantity":1}]}', 12800, 20, 20,
      to_char(${now} - n * interval '2 minutes', 'YYYY-MM-DD'), ${now} - n * interval '2 minutes', ${now} - n * interval '2 minutes'
    from generate_series(1, ${redemptions}) n`);
  await say(`insert into letters (tenant_id, key, kind, member_id, subject_id, state, tries, created_at, done_at)
    select $1, 'order_confirmed/rdm_' || n, 'order_confirmed', ${member('n')}, 'rdm_' || n, 'sent', 1,
      ${now} - n * interval '3 minutes', ${now} - n * interval '3 minutes'
    from generate_series(1, ${redemptions}) n`);
  await say(`insert into join_links (tenant_id, id, token, name, created_by, created_at)
    select $1, 'jln_' || n, 'token' || n, 'Door card ' || n, 'usr_1', ${now} from generate_series(1, 40) n`);
  await say(
    `insert into join_scans (tenant_id, source, scans) select $1, 'jln_' || n, n * 100 from generate_series(1, 40) n`,
  );
  await say(
    `update members set join_link_id = 'jln_' || (1 + right(number, 2)::int % 40) where tenant_id = $1 and right(number, 1) < '3'`,
  );
  await say(`insert into member_imports (tenant_id, id, name, source, state, rows_total, figures, created_by_id, created_at)
    select $1, 'imp_' || n, 'cards.csv', 'file', 'done', 10000, '${JSON.stringify(NO_FIGURES)}', 'usr_1', ${now} - n * interval '1 day'
    from generate_series(1, ${IMPORTS}) n`);
  await say(`insert into member_import_rows (tenant_id, import_id, row, state, field, reason)
    select $1, 'imp_1', n, case when n % 20 = 0 then 'refused' else 'taken' end, case when n % 20 = 0 then 'phone' end, case when n % 20 = 0 then 'not_a_phone' end
    from generate_series(1, 10000) n`);
  await say(`insert into member_import_members (tenant_id, import_id, member_id, row, joined, points, state)
    select $1, 'imp_1', ${member('n')}, n, true, 100, 'in' from generate_series(1, 10000) n on conflict do nothing`);
  await query('analyze');
}
