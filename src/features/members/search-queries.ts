import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { memberSearchKeys, members } from '../../db/schema/index.ts';
import { MATCHES_MAX } from '../../domain/list-bounds.ts';
import { phoneBeginnings } from '../../lib/contact-identifier.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

const DIGITS_MIN = 3;
/** Behind every text that begins with what stands before it. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * Ids of the members who are meant by what was typed: any part of a name or of a phone's digits, the
 * beginning of an e-mail address or a number, the shop's own id for her. One walk over one index for each,
 * because under a policy only comparisons of columns use an index; at most `most` of them.
 */
export function fittingMemberIds({ tenant }: Pick<Scope, 'tenant'>, search: string, most = MATCHES_MAX): SQL {
  const typed = search.normalize('NFKC').trim();
  const text = typed.toLowerCase();
  const digits = /^[+\d\s().-]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
  const isNumber = digits.length >= DIGITS_MIN;
  // The E.164 form of one that was typed with the country's leading zero.
  const phones = isNumber ? [digits, ...phoneBeginnings(digits, tenant).map((phone) => phone.slice(1))] : [];
  const mine = sql`${members.tenantId} = ${tenant.id}`;
  const walks = [
    sql`select ${members.id} as id from ${members} where ${mine} and ${members.externalId} = ${typed}`,
    sql`select ${members.id} as id from ${members} where ${mine} and ${beginsWith(members.email, text)}`,
    ...(isNumber
      ? [
          sql`select ${members.id} as id from ${members} where ${mine} and ${beginsWith(members.number, digits)}`,
        ]
      : []),
    ...[...new Set([text, ...phones])].map(
      (key) => sql`select ${memberSearchKeys.memberId} as id from ${memberSearchKeys}
        where ${memberSearchKeys.tenantId} = ${tenant.id}
        and ${memberSearchKeys.key} >= ${key} and ${memberSearchKeys.key} < ${`${key}${LAST_CHARACTER}`}`,
    ),
  ].map((walk) => sql`(${walk} limit ${most})`);
  return sql`select id from (${sql.join(walks, sql` union `)}) fitting limit ${most}`;
}

/** Whether more fit than a list shows of them; not asked where nothing is searched for. */
export function fitsTooMany({ db, tenant }: Scope, search: string | null) {
  const ids =
    search === null
      ? sql`select null as id where false`
      : fittingMemberIds({ tenant }, search, MATCHES_MAX + 1);
  return db.build
    .select({ tooMany: sql<boolean>`count(*) > ${MATCHES_MAX}::int`.as('too_many') })
    .from(sql`(${ids}) fits`);
}

/** By bytes, whatever the database's collation. */
function beginsWith(column: PgColumn, beginning: string): SQL {
  return sql`(${column} operator(pg_catalog.~>=~) ${beginning}
    and ${column} operator(pg_catalog.~<~) ${`${beginning}${LAST_CHARACTER}`})`;
}
