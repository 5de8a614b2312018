import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { members } from '../../db/schema/index.ts';
import { phoneBeginnings } from '../../lib/contact-identifier.ts';

type Scope = Pick<Context, 'tenant'>;

/** More than this nobody looks through: what was typed is too little, and the list says so. */
export const MATCHES_MAX = 5_000;
const DIGITS_MIN = 3;
/** Behind every text that begins with what stands before it. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * Ids of the members who are meant by what was typed: the beginning of a name, of her given name or
 * last word, of an e-mail address, a number or a phone; the last digits of a phone; the shop's own id
 * for her. One walk over one index for each, because under a policy only comparisons of columns use an
 * index; at most MATCHES_MAX of each.
 */
export function fittingMemberIds({ tenant }: Scope, search: string): SQL {
  const typed = search.normalize('NFKC').trim();
  const text = typed.toLowerCase();
  const digits = /^[+\d\s().-]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
  const byText = [members.nameKey, members.nameKey2, members.nameKey3, members.lastWord, members.email].map(
    (column) => beginsWith(column, text),
  );
  const byDigits =
    digits.length < DIGITS_MIN
      ? []
      : [
          beginsWith(members.number, digits),
          beginsWith(members.phoneReversed, [...digits].reverse().join('')),
          ...phoneBeginnings(digits, tenant).map((beginning) => beginsWith(members.phone, beginning)),
        ];
  const walks = [sql`${members.externalId} = ${typed}`, ...byText, ...byDigits].map(
    (condition) => sql`(select ${members.id} from ${members}
      where ${members.tenantId} = ${tenant.id} and ${condition} limit ${MATCHES_MAX})`,
  );
  return sql.join(walks, sql` union `);
}

/** By bytes, whatever the database's collation. */
function beginsWith(column: PgColumn, beginning: string): SQL {
  return sql`(${column} operator(pg_catalog.~>=~) ${beginning}
    and ${column} operator(pg_catalog.~<~) ${`${beginning}${LAST_CHARACTER}`})`;
}
