import type { Context } from '../../context.ts';
import { readTyped, type TypedMember } from '../../domain/member-code/read-typed.ts';
import { parseContactIdentifier, parsePhone } from '../../lib/contact-identifier.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type MemberRow, selectMemberByNumber, selectMembersByIdentifiers } from '../members/queries.ts';
import { counterMembers } from './counter-member.ts';
import { sealPresence } from './presence.ts';
import { selectMembersByPhoneEnd } from './queries.ts';
import type { FoundAtCounter } from './schemas.ts';
import { openCode } from './sign-code.ts';

/** So many people with the same last digits are shown; more are asked for the whole number. */
const MATCHES_MAX = 8;

type Found = { by: FoundAtCounter['by']; rows: MemberRow[]; presence: string | null };

/**
 * Whom a clerk means by what she scanned, typed or was told. Only a turning code of this minute proves
 * that the member is there: `presence` then lets this clerk spend in her name for five minutes. A code of
 * another shop reads as none at all.
 */
export async function findAtCounter({
  ctx,
  input,
}: {
  ctx: Context;
  input: { typed: string };
}): Promise<Result<FoundAtCounter>> {
  const found = await find(ctx, readTyped(input.typed));
  if (!found.ok) return found;
  const { by, presence } = found.value;
  const rows = found.value.rows.filter(({ state }) => state !== 'erased');
  if (rows.length === 0) return refuse({ code: 'not_found' });
  const matches = await counterMembers(ctx, rows.slice(0, MATCHES_MAX));
  return succeed({ by, matches, more: rows.length > MATCHES_MAX, presence });
}

async function find(ctx: Context, typed: TypedMember): Promise<Result<Found>> {
  switch (typed.by) {
    case 'code':
      return byCode(ctx, typed.code);
    case 'number': {
      const phone = parsePhone(typed.number, ctx.tenant);
      const [byNumber, byPhone] = await ctx.db.batch(ctx.tenant.id, [
        selectMemberByNumber(ctx, typed.number),
        selectMembersByIdentifiers(ctx, { phone }),
      ]);
      return byNumber.length > 0 ? plain('number', byNumber) : plain('phone', byPhone);
    }
    case 'mistyped_number': {
      // Where phones have eight digits, it may be one.
      const phone = parsePhone(typed.digits, ctx.tenant);
      if (phone === null) return refuse({ code: 'number_mistyped' });
      const [rows] = await ctx.db.batch(ctx.tenant.id, [selectMembersByIdentifiers(ctx, { phone })]);
      return plain('phone', rows);
    }
    case 'digits': {
      const { digits } = typed;
      const phone = parsePhone(digits, ctx.tenant);
      const [whole, ends] = await ctx.db.batch(ctx.tenant.id, [
        selectMembersByIdentifiers(ctx, { phone }),
        selectMembersByPhoneEnd(ctx, { digits, limit: MATCHES_MAX + 1 }),
      ]);
      return whole.length > 0 ? plain('phone', whole) : plain('digits', ends);
    }
    case 'contact': {
      const contact = parseContactIdentifier(typed.text, ctx.tenant);
      if (contact === null) return refuse({ code: 'not_found' });
      const [rows] = await ctx.db.batch(ctx.tenant.id, [selectMembersByIdentifiers(ctx, contact)]);
      return plain(contact.kind, rows);
    }
  }
}

async function byCode(
  ctx: Context,
  code: Extract<TypedMember, { by: 'code' }>['code'],
): Promise<Result<Found>> {
  const standing = openCode(ctx, code);
  if (standing === 'foreign') return refuse({ code: 'not_found' });
  if (standing === 'stale') return refuse({ code: 'member_code_stale' });
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectMemberByNumber(ctx, code.number)]);
  const [member] = rows;
  const shown = member && { memberId: member.id, isProved: code.isProved };
  return succeed({ by: 'code', rows, presence: shown ? await sealPresence(ctx, shown) : null });
}

function plain(by: Found['by'], rows: MemberRow[]): Result<Found> {
  return succeed({ by, rows, presence: null });
}
